"""Markdown with front matter in YAML or TOML, or with none."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.domain.article import Article, DateOrigin, ImportIssue, IssueKind
from timeline_app.ingest.importers.cleaning import clean
from timeline_app.ingest.importers.composing import compose
from timeline_app.ingest.importers.encodings import decode
from timeline_app.ingest.importers.fields import Fields, read_fields
from timeline_app.ingest.importers.markdown_text import without_markup
from timeline_app.ingest.importers.opening import content_of
from timeline_app.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline_app.ingest.importers.part import Part
    from timeline_app.ingest.importers.sample import Sample

_FENCED = re.compile(r"\s*(?P<fence>---|\+\+\+)[ \t]*\n")
_HEADING = re.compile(r"\s*#[ \t]+(?P<title>\S[^\n]*?)[ \t#]*(?:\n|\Z)")
_FIRST_ENTRY = re.compile(r"(?:\s*#[^\n]*\n)*\s*[\w\"'-][^\n:=]{0,60}[:=]")
_PLAIN_ENTRY = re.compile(r"(?P<name>[A-Za-z_][\w-]{0,40})[ \t]*[:=][ \t]*(?P<value>\S.*)")
_MOST_MATTER = 256 * 1024
_DEEPEST = 50


def recognises(sample: Sample) -> bool:
    """Tell front matter by its fences."""
    return sample.text.lstrip().startswith(("---", "+++")) and split_front_matter(clean(sample.text)) is not None


def read(part: Part) -> Iterator[Article | ImportIssue]:
    """Read one article; the title is the front matter's, else a first heading's."""
    text = clean(decode(content_of(part)))
    found = split_front_matter(text)
    fields, body = Fields(), text
    if found is not None:
        fence, matter, body = found
        try:
            fields = read_fields(_load(fence, matter))
        except ValueError:
            fields = read_fields(_entries(matter))
            reason = message(
                QT_TRANSLATE_NOOP("Message", "Its front matter is damaged; only its plain lines were read.")
            )
            yield ImportIssue(part.source, reason, IssueKind.NOTED)
    heading = _HEADING.match(body)
    if heading is not None and fields.title in {"", heading["title"]}:
        fields, body = replace(fields, title=heading["title"]), body[heading.end() :]
    yield from compose(
        part,
        without_markup(body if body.strip() else fields.text),
        fields,
        DateOrigin.FIELD if found else DateOrigin.HEADER,
    )


def split_front_matter(text: str) -> tuple[str, str, str] | None:
    """Return the fence, what stands between the fences, and the body; None where there is no front matter."""
    opening = _FENCED.match(text)
    if opening is None:
        return None
    fence = opening["fence"]
    closing = re.compile(rf"^(?:{re.escape(fence)}|\.\.\.)[ \t]*$", re.MULTILINE).search(
        text, opening.end(), opening.end() + _MOST_MATTER
    )
    if closing is None or _FIRST_ENTRY.match(text, opening.end(), closing.start()) is None:
        return None
    return fence, text[opening.end() : closing.start()], text[closing.end() :]


def _load(fence: str, matter: str) -> Mapping[object, object]:
    """Parse front matter; every plain YAML value stays the text that stands there, so NO is no False and 12:30:45 no number.

    Raises:
        ValueError: It is no mapping, or nested deeper than front matter is.
    """
    if fence == "+++":
        try:
            return dict(tomllib.loads(matter).items())
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
    import yaml

    # The base loader makes nothing but text, lists and mappings; aliases are shared, not copied.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        # The parser's events come one by one, but what builds values of them recurses, in C: 60,000 dashes end the process.
        depth = 0
        for event in yaml.parse(matter, Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise ValueError("nested too deeply")
        loaded = yaml.load(matter, Loader=loader)  # noqa: S506 - the base loader builds no objects
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    if not isinstance(loaded, Mapping):
        raise ValueError("no mapping")  # noqa: TRY004 - the text is wrong, not a type of ours
    return loaded


def _entries(matter: str) -> dict[object, object]:
    found = (_PLAIN_ENTRY.fullmatch(line) for line in matter.split("\n"))
    return {entry["name"]: entry["value"].strip(" \t\"'") for entry in found if entry is not None}
