"""Where an expression stands: what the guards look at."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.domain.period import Period
    from timeline_app.ingest.extraction.timexes.lexicon import Lexicon
    from timeline_app.ingest.extraction.timexes.matcher import Atom
    from timeline_app.ingest.extraction.timexes.modifiers import Context

_NEXT_WORD = re.compile(r"[\s\"']{0,3}([^\W_]+(?:[-'][^\W_]+)*)")
_WORD_BEFORE = re.compile(r"([^\W_][^\s()\[\]\"“”,;:!?]*)[ -]$")
_STOP = re.compile(r"$|[.,;)?!\n]| \(")
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?]['’\"”)\]]* |\n|[\"“(\[] ?|[:;–—-] )$")
_COORDINATION = re.compile(r",? (?:and|or|&) (?:the )?| (?:to|through|until) (?:the )?|-| - |/")
_LISTED_AFTER = re.compile(r"(?:,|,? and|,? or) |[.;)]|$")
_ADDRESS_AFTER = re.compile(r"@|\.[a-z]{2}")
_NOT_APPOSED = "same|day|date|holiday|anniversary|deadline|eve|first|last|second|third|final|next|following"
_APPOSITION = re.compile(rf", (?:an?|the) (?!(?:{_NOT_APPOSED})\b)[^,.;:\n]{{3,40}}, ")
_LONGEST_WORD = 24  # characters
_REACH_OF_A_HEADLINE = 100
_LONGEST_SMALL_WORD = 4  # letters, of words that a headline writes small
_HEADLINE_WORD = re.compile(r"[^\W\d_]\S*")


class Place:
    """Where an expression stands, for a guard to look around.

    `last_end` is where the last expression before it ends, 0 where there is none.
    """

    def __init__(
        self,
        atom: Atom,
        context: Context,
        folded: str,
        text: str,
        lexicon: Lexicon,
        published: Period | None,
        last_end: int = 0,
    ) -> None:
        self.atom = atom
        self.published = published
        self.context = context
        self.text = text
        self.lexicon = lexicon
        self.words = folded[atom.start : atom.end]
        self.folded = folded
        self.last_end = last_end
        match = _NEXT_WORD.match(folded, atom.end)
        self.next = match[1] if match else ""
        self.next_start = match.start(1) if match else atom.end

    def after(self, guard: str) -> bool:
        """Tell whether one of the guard's words stands before the expression, or a modifier does."""
        return self.context.modified or self.context.previous in self.lexicon.guards[guard] or bool(self.context.opens)

    def is_near(self, guard: str, reach: int) -> bool:
        """Tell whether one of the guard's words stands on the same line within `reach` characters to either side."""
        left = self.folded[max(0, self.atom.start - reach) : self.atom.start].rpartition("\n")[2]
        right = self.folded[self.atom.end : self.atom.end + reach].partition("\n")[0]
        words = self.lexicon.guards[guard]
        return any(word.strip(".,;:()\"'") in words for word in f"{left} {right}".split())

    def next_in(self, *guards: str) -> bool:
        """Tell whether the next word is in one of these lists."""
        return any(self.next in self.lexicon.guards[name] for name in guards)

    def before_in(self, *guards: str) -> bool:
        """Tell whether the word before, article aside, is in one of these lists, whatever its capitals."""
        word = self.word_before.lower()
        return any(word in self.lexicon.guards[name] for name in guards)

    @property
    def is_said_of_noun(self) -> bool:
        """True where what follows at once can only be a noun: "the winter wheat", "a June article", not "the winter of"."""
        return (
            self.folded[self.atom.end : self.atom.end + 1] == " "
            and self.next.isalpha()
            and not self.next_is_capital
            and self.next not in self.lexicon.guards["function_words"]
            and not (self.next.endswith(("ly", "ing")) and len(self.next) > _LONGEST_SMALL_WORD)
            and not self.lexicon.tense.is_past(self.next)
        )

    @property
    def has_article(self) -> bool:
        """True where an article stands before it, its own or that of a noun behind: "the winter", "the 1936 Olympics"."""
        return self.context.start < self.atom.start or self.word_before.lower() in self.lexicon.articles

    @property
    def is_after_article(self) -> bool:
        """True where nothing but an article belongs to the expression on its left."""
        return self.folded[self.context.start : self.atom.start].strip() in self.lexicon.articles

    @property
    def is_in_address(self) -> bool:
        """True within the address of a page or of somebody: "monday.com", "april@example.org"."""
        return _ADDRESS_AFTER.match(self.text, self.atom.end) is not None

    @property
    def is_apposed(self) -> bool:
        """True where a comma and what it is follow, and a comma again: "Tuesday, a service dog, slept"."""
        return not self.word_before and _APPOSITION.match(self.folded, self.atom.end) is not None

    @property
    def is_capital(self) -> bool:
        """True where the expression begins with a capital letter."""
        return self.text[self.atom.start].isupper()

    @property
    def next_is_capital(self) -> bool:
        """True where the next word begins with a capital letter."""
        return self.text[self.next_start : self.next_start + 1].isupper()

    @property
    def is_shouted(self) -> bool:
        """True where the expression is written in capitals throughout."""
        return self.text[self.atom.start : self.atom.end].isupper()

    @property
    def goes_on_in_capitals(self) -> bool:
        """True where one blank parts the expression from a word with a capital letter."""
        return self.next_start == self.atom.end + 1 and self.next_is_capital and self.folded[self.atom.end] == " "

    @property
    def previous_is_capital(self) -> bool:
        """True where the word before begins with a capital letter."""
        at = self.context.start - len(self.context.previous) - 1
        return bool(self.context.previous) and self.text[max(0, at) : at + 1].isupper()

    @cached_property
    def word_before(self) -> str:
        """The word to the left of the expression and its article, as written, whatever it says; empty where a mark parts them."""
        start = self.context.start
        match = _WORD_BEFORE.search(self.text, max(0, start - _LONGEST_WORD), start)
        if match is None or (match[1].endswith(".") and match[1].lower() not in self.lexicon.guards["honorifics"]):
            return ""
        return match[1]

    @property
    def head_before(self) -> str:
        """The word before the word before: "end" of "the end of May"."""
        end = self.context.start - len(self.word_before) - 2
        return self.folded[max(0, end - _LONGEST_WORD) : max(0, end)].rpartition(" ")[2]

    @property
    def word_after_next(self) -> str:
        """The word behind the next."""
        start = self.next_start + len(self.next) + 1
        return self.folded[start : start + _LONGEST_WORD].partition(" ")[0].rstrip(".,;:!?)")

    @property
    def name_before(self) -> str:
        """The word before where it has a capital letter within a sentence, not at its head nor in a headline; else empty."""
        word = self.word_before
        before = self.context.start - len(word) - 1
        is_within = (
            self.text[before - 1 : before] == " "
            and re.match(r"[^\W_]|,", self.text[before - 2 : before - 1]) is not None
        )
        return word if word[:1].isupper() and is_within and not self.is_in_headline else ""

    @property
    def before_character(self) -> str:
        """The character to the left."""
        return self.folded[self.context.start - 1 : self.context.start]

    @property
    def is_before_stop(self) -> bool:
        """True where a stop or a bracket follows, or nothing."""
        return _STOP.match(self.folded, self.atom.end) is not None

    @property
    def ends_phrase(self) -> bool:
        """True where the expression is not said of a noun that follows."""
        return self.is_before_stop or self.next in self.lexicon.guards["after_ordinal"]

    @property
    def opens_sentence(self) -> bool:
        """True where nothing of its sentence, quotation or bracket stands before the expression."""
        start = self.context.start
        return not self.word_before and _SENTENCE_BEFORE.search(self.text, max(0, start - 4), start) is not None

    @property
    def follows_time(self) -> bool:
        """True where it goes on a list or a range of expressions: "in March, April and June"."""
        if not self.last_end:
            return False
        between = self.folded[self.last_end : self.context.start]
        if between in (", ", ", the "):
            return _LISTED_AFTER.match(self.folded, self.atom.end) is not None
        if between == " - " and self.goes_on_in_capitals:
            return False  # the dash of a dateline
        return _COORDINATION.fullmatch(between) is not None

    @cached_property
    def is_in_headline(self) -> bool:
        """True on a line on which all words of meaning have a capital letter, and which does not end like a sentence."""
        start, end = self.atom.start, self.atom.end
        left = self.text[max(0, start - _REACH_OF_A_HEADLINE) : start].rpartition("\n")[2]
        right = self.text[end : end + _REACH_OF_A_HEADLINE].partition("\n")[0]
        words = _HEADLINE_WORD.findall(f"{left} {right}")
        return (
            sum(len(word) > _LONGEST_SMALL_WORD for word in words) > 1
            and not right.rstrip().endswith((".", "!", "?", '."', ".”"))
            and all(word[0].isupper() or word in self.lexicon.guards["function_words"] for word in words)
        )
