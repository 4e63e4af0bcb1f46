"""The articles that state no date, as a list: they are in the library and on no timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.records import UndatedArticle

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ItemRole = Qt.ItemDataRole


class UndatedModel(QAbstractListModel):
    """One row an article."""

    ID_ROLE = ItemRole.UserRole + 1
    SUBTITLE_ROLE = ItemRole.UserRole + 2
    """Outlet and file, in one line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles: tuple[UndatedArticle, ...] = ()

    def set_articles(self, articles: Sequence[UndatedArticle]) -> None:
        """Show these articles, in their order; the same ones again change nothing."""
        if tuple(articles) != self._articles:
            self.beginResetModel()
            self._articles = tuple(articles)
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of articles."""
        return 0 if parent.isValid() else len(self._articles)

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        """Return an article's title, where it is from, and its id."""
        if not index.isValid() or not self.checkIndex(index):
            return None
        article = self._articles[index.row()]
        title = article.title or self.tr("Untitled")
        subtitle = " · ".join(part for part in (article.outlet, _file_name(article.source)) if part)
        if role == ItemRole.AccessibleTextRole:
            return ". ".join(part for part in (title, self.tr("no date stated"), subtitle) if part)
        return {
            ItemRole.DisplayRole: title,
            ItemRole.ToolTipRole: "\n".join(part for part in (title, article.outlet, article.source) if part),
            self.ID_ROLE: article.id,
            self.SUBTITLE_ROLE: subtitle,
        }.get(role)


def _file_name(source: str) -> str:
    return source.replace("\\", "/").rsplit("/", 1)[-1]
