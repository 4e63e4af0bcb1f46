"""Parsing XML that may be anything: no entity is expanded, nothing is fetched, nothing is nested without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.ingest.importers.opening import UnreadableError
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(data: bytes) -> _Element:
    """Parse a document; of one that is damaged, what can be told of it.

    Raises:
        UnreadableError: There is nothing that can be told.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        root, cause = None, error
    else:
        cause = None
    if root is None:
        raise UnreadableError(message(QT_TRANSLATE_NOOP("Message", "Its XML is damaged."))) from cause
    return root
