from __future__ import annotations

import random
from typing import TYPE_CHECKING

import apsw
import pytest

from tests.builders import make_extraction, many_extractions
from tests.library.raw import DAMAGE_A_WORD, execute, files_beside
from timeline_app.domain.event_index import COLUMN_TYPES
from timeline_app.errors import LibraryError
from timeline_app.library import Library, integrity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from timeline_app.messages import Message


def test_a_sound_library_has_no_fault(library: Library, path: Path) -> None:
    assert library.check() == []
    library.add([make_extraction(title="Undated", body="No date.", published=None)])
    library.add(list(many_extractions(50, words=60)))
    assert library.check() == []
    with Library.open(path, read_only=True) as reader:
        assert reader.check() == []
    library.close()
    assert files_beside(path) == {path.name}


def test_others_write_while_a_library_is_checked_and_that_is_no_damage(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    extractions = list(many_extractions(40, words=60))
    library.add(extractions[:20])
    parts = integrity._parts

    def add_meanwhile(connection: apsw.Connection) -> Iterator[Message]:
        library.add(extractions[20:])
        yield from parts(connection)

    monkeypatch.setattr(integrity, "_parts", add_meanwhile)
    library._connection.set_busy_timeout(0)
    with Library.open(path) as other:
        assert other.check() == []
        assert other.info().articles == 40


class OnFullDisk(apsw.Connection):
    """A temporary database for which there is no room."""

    def __init__(self) -> None:
        super().__init__("")

    def backup(self, *_of: object) -> apsw.Backup:
        raise apsw.FullError("database or disk is full")


@pytest.mark.parametrize("word", ["", DAMAGE_A_WORD])
def test_where_there_is_no_room_for_a_copy_the_library_itself_is_checked(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    library.add(list(many_extractions(20, words=200)))
    library.add([make_extraction()])
    library.close()
    execute(path, word or "SELECT 1")
    monkeypatch.setattr(integrity, "_temporary", OnFullDisk)
    for read_only in (False, True):
        assert bool(faults(path, read_only=read_only)) == bool(word)
    with Library.open(path) as again:
        again.set_state("view", "written")  # nobody is kept out when it is over


def faults(path: Path, *, read_only: bool) -> list[str]:
    with Library.open(path, read_only=read_only) as library:
        return [str(fault) for fault in library.check()]


@pytest.mark.parametrize("read_only", [False, True])
def test_a_changed_word_is_noticed(library: Library, path: Path, read_only: bool) -> None:
    library.add([make_extraction()])
    library.close()
    execute(path, DAMAGE_A_WORD)
    fault, _ = faults(path, read_only=read_only)
    assert "do not agree" in fault


@pytest.mark.parametrize("column", ["url", "author", "published_stated"])
def test_a_changed_character_that_no_search_sees_is_noticed(library: Library, path: Path, column: str) -> None:
    library.add([make_extraction(source="a.txt", url="https://a.b/", author="A.", published_stated="14.2.")])
    library.close()
    execute(path, f"UPDATE article SET {column} = replace({column}, '.', ';')")
    assert faults(path, read_only=False) == ["the article Ministers meet in Brussels or its events are damaged"]


def test_a_changed_character_of_a_body_that_no_search_sees_is_noticed(library: Library, path: Path) -> None:
    library.add([make_extraction()])
    library.close()
    execute(path, "UPDATE article SET text = with_body(text, replace(body_of(text), '.', ';'))")
    assert faults(path, read_only=False) == ["the article Ministers meet in Brussels or its events are damaged"]


def test_a_text_that_cannot_be_read_is_noticed_and_costs_one_article(library: Library, path: Path) -> None:
    library.add([make_extraction(title="Whole"), make_extraction(title="Broken")])
    ids = {hit.title: hit.article for hit in library.search("title:whole OR title:broken")}
    library.close()
    execute(path, f"UPDATE article SET text = substr(text, 1, 40) WHERE id = {ids['Broken']}")
    with Library.open(path) as damaged:
        assert "the article Broken or its events are damaged" in map(str, damaged.check())
        assert {hit.title for hit in damaged.search("stoltenberg")} == {"Whole", "Broken"}
        assert {hit.title for hit in damaged.hits_of(list(ids.values()), "stoltenberg")} == {"Whole", "Broken"}
        assert damaged.article(ids["Whole"]).article.title == "Whole"
        with pytest.raises(LibraryError, match="Broken is damaged"):
            damaged.article(ids["Broken"])


def test_a_changed_name_of_a_source_is_noticed(library: Library, path: Path) -> None:
    library.add([make_extraction(source="a.txt")])
    library.close()
    execute(path, "UPDATE file SET path = 'b.txt'")
    assert faults(path, read_only=False) == ["the name of the source b.txt is damaged"]


def test_a_missing_row_is_noticed(library: Library, path: Path) -> None:
    library.add([make_extraction()])
    library.close()
    execute(path, "DELETE FROM event WHERE id = 2")
    found = faults(path, read_only=False)
    assert any("a row of report" in sentence for sentence in found)
    assert "the article Ministers meet in Brussels or its events are damaged" in found


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE report SET participants = substr(participants, 1, 4) WHERE event = 2",
        "UPDATE report SET participants = x'0100' WHERE event = 2",
        "UPDATE event_participant SET event = 3 WHERE event = 2 AND participant = 1",
        "DELETE FROM event_participant WHERE event = 2 AND participant = 1",
    ],
)
def test_a_change_of_who_takes_part_is_noticed(library: Library, path: Path, change: str) -> None:
    library.add([make_extraction()])
    library.close()
    execute(path, change)
    assert faults(path, read_only=False) == ["who takes part in which event is damaged"]


def test_a_damaged_record_is_noticed_and_costs_one_article(library: Library, path: Path) -> None:
    library.add([make_extraction(title="Whole"), make_extraction(title="Broken")])
    ids = {hit.title: hit.article for hit in library.search("title:whole OR title:broken")}
    library.close()
    execute(path, f"UPDATE article SET record = zeroblob(20) WHERE id = {ids['Broken']}")
    assert faults(path, read_only=False) == ["the article Broken or its events are damaged"]
    with Library.open(path) as damaged:
        assert damaged.article(ids["Whole"]).article.title == "Whole"
        with pytest.raises(LibraryError, match="Broken is damaged"):
            damaged.article(ids["Broken"])


def content(library: Library) -> list[object]:
    """Return all that a window could show."""
    index = library.load_index()
    columns = [getattr(index, name).tolist() for name in COLUMN_TYPES]
    articles = [library.article(article) for article in sorted(set(index.articles.tolist()))]
    return [
        columns,
        articles,
        library.summaries(index.ids.tolist()),
        library.participants(),
        library.search("a* OR b*"),
    ]


def test_damage_is_noticed_or_changes_nothing(library: Library, path: Path) -> None:
    library.add(list(many_extractions(80, words=200)))
    before = content(library)
    library.close()
    whole = path.read_bytes()
    noticed = 0
    chance = random.Random(7)
    for _ in range(30):
        damaged = bytearray(whole)
        at = chance.randrange(4096, len(whole) - 64)
        damaged[at : at + 64] = chance.randbytes(64)
        path.write_bytes(damaged)
        try:
            with Library.open(path) as opened:
                if opened.check():
                    noticed += 1
                else:
                    assert content(opened) == before
        except LibraryError:
            noticed += 1
        for file in path.parent.iterdir():
            file.unlink()
    assert 15 <= noticed < 30  # the rest hit pages' empty parts
