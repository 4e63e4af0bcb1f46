"""Quotations with their citation, as plain text to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from timeline_app.models import texts

if TYPE_CHECKING:
    from timeline_app.domain.article import Article
    from timeline_app.domain.extraction import Span


def citation(article: Article) -> str:
    """Return author, title, outlet, date and source of an article, as far as it states them."""
    title = "" if article.title_derived or not article.title else f"“{article.title}”"
    date = (
        texts.period(article.published)
        if article.published is not None
        else QCoreApplication.translate("Quotation", "no date stated")
    )
    return ", ".join(
        part for part in (article.author, title, article.outlet, date, article.url or article.source) if part
    )


def quotation(article: Article, span: Span) -> str:
    """Return a stretch of the article's body in quotation marks, and on the next line where it is from."""
    words = article.body[slice(*span)].strip()
    return f"“{words}”\n— {citation(article)}"
