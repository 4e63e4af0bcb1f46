"""The heading of an article: outlet, title, author and date as stated, and where it comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QFontInfo, QTextCharFormat

from timeline_app.models import texts
from timeline_app.ui.article_document import Line
from timeline_app.ui.typography import scaled, with_weight

if TYPE_CHECKING:
    from timeline_app.domain.article import Article
    from timeline_app.ui.theme import Theme

_LONGEST_TITLE = 500
translate = QCoreApplication.translate


class Heading(NamedTuple):
    """Lines to set above the body; which of their runs, as (line, run), is the date and which names the source."""

    lines: tuple[Line, ...]
    date: tuple[int, int] | None = None
    source: tuple[int, int] | None = None


NO_HEADING = Heading(())
"""What stands above the later parts of a long article."""


def heading_of(article: Article, font: QFont, theme: Theme) -> Heading:
    """Compose the heading of an article in the reading face `font`."""
    size = QFontInfo(font).pixelSize()
    quiet = _format(scaled(font, 0.82), theme.muted)
    lines = []
    if article.outlet:
        outlet = with_weight(scaled(font, 0.82), QFont.Weight.DemiBold)
        lines.append(Line(((article.outlet, _format(outlet, theme.muted)),), size * 0.2))
    if article.title:
        title = with_weight(scaled(font, 1.6), QFont.Weight.Bold)
        lines.append(Line(((_cut(article.title), _format(title, theme.text)),), size * 0.45))
    byline = [(f"{article.author}  ·  ", quiet)] if article.author else []
    byline.append((_date_line(article), quiet))
    date = (len(lines), len(byline) - 1)
    if article.title_derived and article.title:
        byline.append(("  ·  " + translate("ArticlePane", "without a headline"), quiet))
    lines.append(Line(tuple(byline), size * 0.25))
    named = source_name(article)
    if named:
        lines.append(Line(((named, _format(scaled(font, 0.82), theme.accent)),), 0))
    last = lines[-1]
    lines[-1] = Line(last.runs, size * 1.9)
    return Heading(tuple(lines), date, (len(lines) - 1, 0) if named else None)


def source_of(article: Article) -> str:
    """Return what to open for the article's source: its address, else its file; empty where there is neither."""
    return article.url or article.source


def source_name(article: Article) -> str:
    """Return a short name of the source: an address without its scheme, or the file in its folder."""
    if article.url:
        return _cut(re.sub(r"^\w{1,10}://(www\.)?", "", article.url).rstrip("/"), 90)
    return _cut("/".join(re.split(r"[/\\]", article.source)[-2:]), 90)


def _date_line(article: Article) -> str:
    if article.published is None:
        return translate("ArticlePane", "no date stated")
    written = texts.period(article.published, with_weekday=True)
    if not article.published_stated or article.published_stated == written:
        return written
    return translate("ArticlePane", "{date}, stated as “{words}”").format(
        date=written, words=_cut(article.published_stated, 60)
    )


def _format(font: QFont, colour: QColor) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFont(font)
    style.setForeground(colour)
    return style


def _cut(text: str, length: int = _LONGEST_TITLE) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
