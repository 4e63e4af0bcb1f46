from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.domain.wording import Row, share_in_common, side_by_side

LEFT = "The ship ran aground on Tuesday.\n\nNobody was hurt, the owner said.\n\nTugs are on their way."
RIGHT = "The vessel ran aground on Tuesday.\n\nTugs are on their way.\n\nThis version adds a paragraph of its own."


def words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[slice(*span)] for span in spans]


def test_words_that_only_one_report_has_are_told() -> None:
    first, second, third, fourth = side_by_side(LEFT, RIGHT)
    assert first.left is not None
    assert first.right is not None
    assert words(LEFT, first.left.own) == ["ship"]
    assert words(RIGHT, first.right.own) == ["vessel"]
    assert second.right is None
    assert third.is_same
    assert fourth.left is None


def test_the_same_text_is_the_same_whatever_its_line_breaks() -> None:
    rows = side_by_side(LEFT, LEFT.replace("\n\n", "\n \n"))
    assert all(row.is_same for row in rows)
    assert share_in_common(rows, LEFT, LEFT) == 1.0


def test_how_much_is_in_common_is_a_share_of_the_words() -> None:
    one, other = "a b c d", "a b c e"
    assert share_in_common(side_by_side(one, other), one, other) == 0.75
    assert share_in_common(side_by_side("", ""), "", "") == 1.0


texts = st.lists(st.sampled_from(["ship", "tug", "canal.", "Tuesday,", "\n\n", "the"]), max_size=30).map(" ".join)


@given(texts, texts)
def test_every_word_of_both_stands_in_a_row_once_and_in_order(left: str, right: str) -> None:
    rows = side_by_side(left, right)
    for text, sides in ((left, [row.left for row in rows]), (right, [row.right for row in rows])):
        shown = [side for side in sides if side is not None]
        assert " ".join(text[slice(*side.paragraph)] for side in shown).split() == text.split()
        for side in shown:
            assert all(side.paragraph[0] <= start < end <= side.paragraph[1] for start, end in side.own)


@given(texts)
def test_without_its_own_words_each_side_reads_the_same(text: str) -> None:
    changed = text.replace("tug", "tow")
    for row in side_by_side(text, changed):
        if row.left is not None and row.right is not None:
            assert rest(text, row, is_left=True) == rest(changed, row, is_left=False)


def rest(text: str, row: Row, *, is_left: bool) -> list[str]:
    side = row.left if is_left else row.right
    assert side is not None
    out, at = "", side.paragraph[0]
    for start, end in side.own:
        out += text[at:start] + " "
        at = end
    return (out + text[at : side.paragraph[1]]).replace(".", " . ").replace(",", " , ").split()
