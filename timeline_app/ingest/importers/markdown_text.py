"""Markdown markup to the text that it stands for: links keep their words, emphasis its words, pictures nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline_app.ingest.importers.markup import plain_text

if TYPE_CHECKING:
    from markdown_it.token import Token

LONGEST = 2 * 1024 * 1024
"""Characters: what is longer keeps its markup, the parser being made for documents that people write."""

_SHORTCODE = re.compile(r"\{\{[<%](?!/\*)([^{}]{0,4000})[%>]\}\}")
"""What Hugo fills in when it builds a site (https://gohugo.io/content-management/shortcodes/), but for the ones that are quoted."""
_SAID = re.compile(r"""\b(?:text|quote|caption)=(?:"([^"]*)"|'([^']*)'|`([^`]*)`)""")


def without_markup(text: str) -> str:
    """Return the text without markup, blocks apart by a blank line."""
    if len(text) > LONGEST:
        return text
    from markdown_it import MarkdownIt

    text = _SHORTCODE.sub(_words_of_shortcode, text)

    blocks: list[str] = []
    cells: list[str] | None = None
    item = ""
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        if token.type == "list_item_open":
            item = f"{token.info}. " if token.info else "- "
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            blocks.append("  ".join(cells or ()))
            cells = None
        elif token.type == "inline":
            words = _inline(token)
            if cells is not None:
                cells.append(words)
            elif words:
                blocks.append(item + words)
                item = ""
        elif token.type in {"fence", "code_block"}:
            blocks.append(token.content.rstrip())
        elif token.type == "html_block":
            blocks.append(plain_text(token.content))
    return "\n\n".join(filter(None, blocks))


def _words_of_shortcode(found: re.Match[str]) -> str:
    """Return what a shortcode says itself; what stands between two of them is text anyway, and pictures say their caption only."""
    return " ".join(filter(None, (word for said in _SAID.finditer(found[1]) for word in said.groups())))


def _inline(token: Token) -> str:
    pieces = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            pieces.append(child.content)
        elif child.type in {"softbreak", "hardbreak"} or child.content.lower().startswith("<br"):
            pieces.append("\n")
    return "".join(pieces).strip()
