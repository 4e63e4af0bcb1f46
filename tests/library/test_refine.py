from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.builders import appearance, make_article, make_extraction, meeting_participants, meeting_reports, span_of
from tests.library.raw import lasting_rows
from timeline_app.domain.correction import AddEvent, Redate, Retitle, Star, added_event
from timeline_app.domain.extraction import RULES, Level, Participant, ParticipantKind
from timeline_app.domain.period import Period
from timeline_app.library import Library, articles, entry_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from timeline_app.domain.extraction import Extraction

FAST = make_extraction()


def careful(**changes: object) -> Extraction:
    """Return the extraction of the same article that was made with care."""
    return replace(FAST, level=Level.CAREFUL, **changes)  # type: ignore[arg-type]


def test_a_refined_article_keeps_its_id_and_its_events_theirs(library: Library) -> None:
    library.add([FAST, make_extraction(title="Other")])
    before = library.article(library.article_of_event(1))
    assert library.refine([entry_of(careful())]) == 1
    after = library.article(before.id)
    assert after.extraction == careful()
    assert [event.id for event in after.events] == [event.id for event in before.events]
    assert library.check() == []


def test_what_is_found_anew_is_added_and_what_is_not_found_again_goes(library: Library, path: Path) -> None:
    first, second = meeting_reports()
    library.add([replace(FAST, reports=(appearance(FAST.article), first))])
    refined = careful(reports=(appearance(FAST.article), second))
    library.refine([entry_of(refined)])
    with Library.create(path.with_name("straight.timeline")) as straight:
        straight.add([refined])
        assert straight.load_index().starts.tolist() == library.load_index().starts.tolist()
        assert counts(straight) == counts(library)
        assert straight.info().first == library.info().first
    assert library.check() == []
    assert 2 not in library.load_index().ids


def counts(library: Library) -> list[tuple[object, ...]]:
    return sorted((p.name, p.kind, p.articles, p.mentions, p.events) for p in library.participants())


def test_participants_and_the_search_follow(library: Library) -> None:
    library.add([FAST])
    *others, _ = meeting_participants()
    found = Participant("Belgium", ParticipantKind.PLACE, (span_of(FAST.article.body, "Brussels"),))
    library.refine([entry_of(careful(participants=(*others, found)))])
    assert {p.name for p in library.participants()} == {"NATO", "Jens Stoltenberg", "Ukraine", "Belgium"}
    assert len(library.search("participant:Belgium")) == 1
    assert library.search("participant:Brussels") == []
    assert library.check() == []


def test_refining_with_the_same_changes_no_row_but_the_level(library: Library, path: Path) -> None:
    library.add([FAST, make_extraction(title="Other")])
    library.refine([entry_of(careful())])
    before = lasting_rows(path)
    library.refine([entry_of(careful())])
    assert lasting_rows(path) == before


def test_corrections_stay_in_force(library: Library) -> None:
    library.add([FAST])
    key = library.key_of_event(2)
    made = added_event(
        "They had lunch", Period.of_date(2023, 2, 14), article=FAST.article.fingerprint, quotation="in Brussels"
    )
    library.correct(Star(key), Retitle(key, "The first day"), Redate(key, Period.of_date(2001)), made)
    library.refine([entry_of(careful())])
    stored = library.article(library.article_of_event(2))
    event = next(event for event in stored.events if event.id == 2)
    assert (event.title, event.starred, event.is_redated) == ("The first day", True, True)
    by_hand = stored.events[-1]
    assert by_hand.title == "They had lunch"
    assert by_hand.report.sentence == span_of(FAST.article.body, "in Brussels")
    assert [c for c in library.corrections() if isinstance(c, AddEvent)] == [made]
    assert library.check() == []


def test_articles_wait_to_be_refined_until_they_are(library: Library) -> None:
    library.add(
        [FAST, careful(article=make_article(title="Read with care")), make_extraction(title="Undated", published=None)]
    )
    waiting = [article for article, _ in library.unrefined()]
    assert sorted(waiting) == sorted(library.article(a).id for a in waiting)
    assert {library.article(a).article.title for a in waiting} == {FAST.article.title, "Undated"}
    library.refine([entry_of(careful())])
    assert {library.article(a).article.title for a, _ in library.unrefined()} == {"Undated"}


def test_articles_read_by_older_rules_wait_too(library: Library) -> None:
    library.add([careful(rules=RULES - 1)])
    assert len(library.unrefined()) == 1


def test_what_the_library_has_not_is_left_out(library: Library) -> None:
    assert library.refine([entry_of(FAST)]) == 0
    assert library.info().articles == 0


def test_an_article_is_read_from_one_state_although_it_is_refined_meanwhile(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([FAST])
    article = library.article_of_event(1)
    before = library.article(article)
    changes_of_article = articles.changes_of_article

    def refine_meanwhile(*arguments: Any) -> Any:
        with Library.open(path) as other:
            other.refine([entry_of(careful(reports=(appearance(FAST.article),)))])
        return changes_of_article(*arguments)

    library.close()
    with Library.open(path) as reader:
        monkeypatch.setattr(articles, "changes_of_article", refine_meanwhile)
        assert reader.article(article) == before
        monkeypatch.undo()
        assert len(reader.article(article).events) == 1
