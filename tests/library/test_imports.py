from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders import make_extraction, many_extractions
from tests.library.raw import execute, lasting_rows, rows
from timeline_app.domain.correction import Hide
from timeline_app.errors import LibraryError
from timeline_app.library import Library, entry_of
from timeline_app.library.schema import ids_beside
from timeline_app.messages import message

if TYPE_CHECKING:
    from pathlib import Path


def add(library: Library, count: int, *, seed: int) -> int:
    number = library.imports.begin([f"/articles/{seed}"])
    extractions = many_extractions(count, words=60, seed=seed)
    library.add_entries([entry_of(e, f"/articles/{seed}/{n}.txt") for n, e in enumerate(extractions)], number)
    library.imports.end(number)
    return number


def content(path: Path) -> dict[str, object]:
    """Return all rows but those that tell of each change."""
    return dict(lasting_rows(path))


def test_an_import_is_taken_back_as_if_it_had_never_been(library: Library, path: Path) -> None:
    add(library, 20, seed=1)
    library.regroup()
    before, hits = content(path), library.search("a* OR b*", limit=1000)
    second = add(library, 40, seed=2)
    assert content(path) != before
    assert library.imports.take_back(second) == 40
    assert content(path) == before
    assert library.search("a* OR b*", limit=1000) == hits
    assert library.check() == []


def test_the_first_of_two_imports_can_be_taken_back(library: Library, path: Path) -> None:
    first = add(library, 20, seed=1)
    add(library, 20, seed=2)
    assert library.imports.take_back(first) == 20
    assert library.check() == []
    counts = library.participants()
    index = library.load_index()
    for participant in counts:
        assert len(library.events_of([participant.id])) == participant.events
    with Library.create(path.with_name("other.timeline")) as other:
        add(other, 20, seed=2)
        assert [(p.name, p.articles, p.mentions, p.events) for p in counts] == [
            (p.name, p.articles, p.mentions, p.events) for p in other.participants()
        ]
        assert index.starts.tolist() == other.load_index().starts.tolist()
        assert library.info().articles == other.info().articles


def test_corrections_survive_and_are_in_force_when_the_articles_come_again(library: Library) -> None:
    number = library.imports.begin([])
    library.add_entries([entry_of(make_extraction())], number)
    hidden = Hide(library.key_of_event(2))
    library.correct(hidden)
    library.imports.take_back(number)
    assert library.corrections() == [hidden]
    assert len(library.load_index()) == 0
    library.add([make_extraction()])
    assert [event.hidden for event in library.article(int(library.load_index().articles[0])).events] == [
        False,
        True,
        False,
    ]


def test_taking_back_can_be_cancelled_and_then_nothing_has_changed(library: Library, path: Path) -> None:
    number = add(library, 30, seed=1)
    before = rows(path)
    asked = iter([False] * 10)
    assert library.imports.take_back(number, is_cancelled=lambda: next(asked, True)) == 0
    assert rows(path) == before


def test_an_import_that_brought_nothing_is_forgotten(library: Library) -> None:
    first = add(library, 3, seed=1)
    add(library, 3, seed=1)
    last = library.imports.last()
    assert last is not None
    assert (last.id, last.articles, last.is_ended) == (first, 3, True)


def test_a_library_that_cannot_be_written_to_says_so(library: Library, path: Path) -> None:
    number = add(library, 3, seed=1)
    library.close()
    with Library.open(path, read_only=True) as reader, pytest.raises(LibraryError, match="read-only"):
        reader.imports.take_back(number)


def test_no_event_gets_the_id_of_one_that_is_gone(library: Library, path: Path) -> None:
    first = add(library, 5, seed=1)
    gone = set(library.load_index().ids.tolist())
    library.imports.take_back(first)
    library.close()
    with Library.open(path) as again:
        add(again, 5, seed=2)
        assert not gone & set(again.load_index().ids.tolist())
        assert again.check() == []


def test_no_article_gets_the_id_of_one_that_is_gone(library: Library, path: Path) -> None:
    extractions = [make_extraction(title=f"Day {n}", published=date) for n, date in enumerate((None, "2023-02-14") * 2)]
    number = library.imports.begin([])
    library.add_entries([entry_of(extraction) for extraction in extractions], number)
    gone = ids_of_articles(path)
    library.imports.take_back(number)
    library.close()
    with Library.open(path) as again:
        again.add(extractions)
        given = ids_of_articles(path)
        assert len(gone) == len(given) == 4
        assert not gone & given
        assert again.check() == []


def test_a_day_whose_ids_are_used_up_gives_them_again(library: Library, path: Path) -> None:
    library.add([make_extraction()])
    [article] = ids_of_articles(path)
    execute(path, f"INSERT INTO gone_article VALUES ({ids_beside(article).start}, {ids_beside(article)[-1]})")
    library.add([make_extraction(title="The day after")])
    assert ids_of_articles(path) == {article, article + 1}


def ids_of_articles(path: Path) -> set[object]:
    return {article for (article,) in execute(path, "SELECT id FROM article")}


def reader_sees(path: Path) -> dict[str, object]:
    """Return all rows but those of the files and imports, which know what was taken back until it is forgotten."""
    return {name: of for name, of in lasting_rows(path).items() if name not in {"file", "import"}}


def step_of(library: Library, number: int, articles: int) -> None:
    library.imports.end(number, articles)


def test_an_import_is_a_step_that_is_undone_and_done_again(library: Library, path: Path) -> None:
    add(library, 3, seed=9)
    library.regroup()
    before = reader_sees(path)
    number = add(library, 20, seed=1)
    step_of(library, number, 20)
    [step] = library.steps()
    assert (str(step.text), step.is_undone, step.import_id) == ("take in 20 articles", False, number)
    assert library.imports.take_back(number) == 20
    assert [step.is_undone for step in library.steps()] == [True]
    assert reader_sees(path) == before
    last = library.imports.last()
    assert last is not None
    assert last.sources == ("/articles/9",)
    assert library.sources.roots() == ["/articles/9"]
    library.imports.reopen(number)
    unfinished = library.imports.unfinished()
    assert unfinished is not None
    assert unfinished.sources == ("/articles/1",)
    assert library.sources.roots() == ["/articles/1", "/articles/9"]
    assert [step.is_undone for step in library.steps()] == [False]


def test_what_was_taken_back_is_forgotten_when_it_cannot_be_done_again(library: Library, path: Path) -> None:
    first, second = add(library, 5, seed=1), add(library, 5, seed=2)
    step_of(library, first, 5)
    step_of(library, second, 5)
    library.imports.take_back(second)
    assert b"/articles/2" in path.with_name(f"{path.name}-wal").read_bytes()
    assert [row[1] for row in rows(path)["file"] if "/articles/2/" in str(row[1])]
    library.do(message("hide"), [Hide(library.key_of_event(1))])
    assert [step.import_id for step in library.steps()] == [first, None]
    assert not [row for row in rows(path)["file"] if "/articles/2/" in str(row)]
    assert [row[0] for row in rows(path)["import"]] == [first]


def test_an_import_that_is_not_the_last_step_is_taken_back_for_good(library: Library, path: Path) -> None:
    first, second = add(library, 5, seed=1), add(library, 5, seed=2)
    step_of(library, first, 5)
    step_of(library, second, 5)
    library.imports.take_back(first)
    assert [step.import_id for step in library.steps()] == [second]
    assert [row[0] for row in rows(path)["import"]] == [second]
    assert library.check() == []


def test_an_import_that_brought_nothing_is_no_step(library: Library) -> None:
    library.imports.end(library.imports.begin(["/articles"]), 0)
    assert library.steps() == []
