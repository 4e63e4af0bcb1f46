from __future__ import annotations

from pathlib import Path

from tests.builders import make_extraction, many_extractions
from timeline_app.domain.event_index import EventFlag
from timeline_app.domain.facets import Facet, Reading, holders
from timeline_app.library import Library


def readings(library: Library) -> dict[int, Reading]:
    found = {}
    for index in (library.load_index(), library.load_undated()):
        for reading in Reading:
            found.update(dict.fromkeys(index.ids[holders(index, Facet.READING, reading)].tolist(), reading))
    return found


def test_nothing_was_read_at_first(library: Library) -> None:
    library.add([make_extraction()])
    assert set(readings(library).values()) == {Reading.UNREAD}


def test_what_was_read_is_known_after_the_library_was_closed(library: Library, path: Path) -> None:
    library.add([make_extraction(), make_extraction(title="Undated", published=None, body="Once.")])
    first, second, third, undated = sorted(readings(library))
    library.note_readings({first: Reading.READ, third: Reading.SKIMMED, undated: Reading.READ})
    library.close()
    with Library.open(path, read_only=True) as again:
        assert readings(again) == {
            first: Reading.READ,
            second: Reading.UNREAD,
            third: Reading.SKIMMED,
            undated: Reading.READ,
        }


def test_a_glance_does_not_make_less_of_what_was_read_and_the_reader_can_forget_it(library: Library) -> None:
    library.add([make_extraction()])
    event = min(readings(library))
    library.note_readings({event: Reading.SKIMMED})
    library.note_readings({event: Reading.READ})
    library.note_readings({event: Reading.SKIMMED})
    assert readings(library)[event] is Reading.READ
    library.note_readings({event: Reading.UNREAD})
    assert readings(library)[event] is Reading.UNREAD


def test_an_event_that_is_gone_is_no_error(library: Library) -> None:
    library.note_readings({77: Reading.READ, 78: Reading.UNREAD})
    assert readings(library) == {}


def test_what_was_read_stays_with_its_event_among_many(library: Library) -> None:
    library.add(list(many_extractions(20)))
    before = library.load_index()
    some = before.ids[::7].tolist()
    library.note_readings(dict.fromkeys(some, Reading.READ))
    after = library.load_index()
    assert sorted(after.ids[(after.flags & EventFlag.READ) != 0].tolist()) == sorted(some)
    assert (after.flags & (0xFFFF - EventFlag.READ)).tolist() == before.flags.tolist()


def test_views_are_saved_renamed_and_deleted(library: Library, path: Path) -> None:
    library.save_view("Zeebrugge", "{}")
    library.save_view("around the grounding", '{"query": "canal"}')
    library.save_view("Zeebrugge", '{"query": "port"}')
    assert list(library.views().items()) == [
        ("around the grounding", '{"query": "canal"}'),
        ("Zeebrugge", '{"query": "port"}'),
    ]
    library.rename_view("Zeebrugge", "Ports")
    library.delete_view("around the grounding")
    library.close()
    with Library.open(path, read_only=True) as again:
        assert again.views() == {"Ports": '{"query": "port"}'}
