"""Decides which mentions of people are one person: by surname, given names, initials, titles and spellings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.ingest.extraction.participants.candidates import Candidate
    from timeline_app.ingest.extraction.participants.lexicon import Lexicon, Words
    from timeline_app.ingest.extraction.participants.tokens import Tokens

_DOMINANT = 5
"""How many times as often as every namesake a person must be mentioned to be meant by the bare surname, and how often at least."""


_MOST_NAMESAKES = 30
"""How many people of one surname a name is compared with: an article with more is a list, and every name its own person."""


_ARABIC_ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "an", "at", "ad", "az", "ul"})


@dataclass(slots=True)
class _Person:
    words: Words
    mentions: list[Candidate] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    label: str = ""


def resolve_people(
    mentions: Sequence[Candidate], tokens: Tokens, lexicon: Lexicon
) -> list[tuple[str, list[Candidate]]]:
    """Group the mentions of people; with each group a name where the mentions do not say themselves what to call it."""
    people = _People(tokens, lexicon)
    full, titled, bare = [], [], []
    for mention in mentions:
        if len(core_name(mention.words, lexicon)) > 1:
            full.append(mention)
        elif mention.title_from < mention.first:
            titled.append(mention)
        else:
            bare.append(mention)
    for mention in full:
        people.add_full(mention)
    people.index()
    for mention in titled:
        people.add_titled(mention)
    for mention in bare:
        people.add_bare(mention)
    return [(person.label, person.mentions) for person in people.all()]


class _People:
    """The persons of one article."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._full: list[_Person] = []
        self._apart: dict[str, _Person] = {}
        self._by_words: dict[Words, _Person] = {}
        self._by_surname: dict[str, list[_Person]] = defaultdict(list)
        self._by_part: dict[str, list[_Person]] = {}

    def all(self) -> list[_Person]:
        """Return everybody."""
        return self._full + list(self._apart.values())

    def add_full(self, mention: Candidate) -> None:
        """Add a mention with more than one word: to the person of a compatible name where there is exactly one."""
        core = core_name(mention.words, self._lexicon)
        surname = self._spelt(core[-1])
        titles = self._titles(mention)
        person = self._by_words.get(core)
        if person is None:
            namesakes = self._by_surname[surname][:_MOST_NAMESAKES]
            same = [p for p in namesakes if self._compatible(p, core, titles)]
            person = same[0] if len(same) == 1 else None
        if person is None:
            person = _Person(core)
            self._full.append(person)
            self._by_surname[surname].append(person)
        self._by_words[core] = person
        person.mentions.append(mention)
        person.titles |= titles
        if len(core) > len(person.words):
            person.words = core

    def index(self) -> None:
        """Note every part of the full names; call it after the last `add_full`."""
        by_part: dict[str, list[_Person]] = defaultdict(list)
        for person in self._full:
            words = {
                self._spelt(word) for mention in person.mentions for word in core_name(mention.words, self._lexicon)
            }
            for word in words:
                by_part[word].append(person)
        self._by_part = dict(by_part)

    def add_titled(self, mention: Candidate) -> None:
        """Add "President Biden": of several Bidens the one who is called so elsewhere."""
        word = self._spelt(core_name(mention.words, self._lexicon)[-1])
        if self._is_couple(mention):
            one, other = (self._tokens.words[at] for at in (mention.title_from - 2, mention.title_from))
            label = f"{one} and {other} {mention.words[-1]}"
            self._keep_apart(f"{word}/couple", mention, label)
            return
        titles = self._titles(mention)
        found = [p for p in self._named(word) if not self._clash(p.titles, titles)]
        if len(found) > 1:
            found = [p for p in found if p.titles & titles]
        if len(found) == 1:
            found[0].mentions.append(mention)
            found[0].titles |= titles
        else:
            title = self._tokens.words[mention.first - 1]
            self._keep_apart_by_title(word, mention, titles, f"{title} {mention.words[-1]}")

    def add_bare(self, mention: Candidate) -> None:
        """Add a name of one word: to the only person, or the clearly dominant one, who has it."""
        word = self._spelt(core_name(mention.words, self._lexicon)[-1])
        found = self._named(word)
        if len(found) > 1:
            ranked = sorted(found, key=lambda p: -len(p.mentions))
            most, next_most = len(ranked[0].mentions), len(ranked[1].mentions)
            found = ranked[:1] if most >= _DOMINANT and most >= _DOMINANT * next_most else []
        if found:
            found[0].mentions.append(mention)
        else:
            self._keep_apart(word, mention, "")

    def _named(self, word: str) -> list[_Person]:
        return (self._by_surname.get(word) or self._by_part.get(word) or [])[:_MOST_NAMESAKES]

    def _keep_apart_by_title(self, word: str, mention: Candidate, titles: set[str], label: str) -> None:
        """Keep Mr. Obama and Mrs. Obama apart, also from others of the name; the first of them needs no title to be told by."""
        alike = [p for key, p in self._apart.items() if key.partition("/")[0] == word and not key.endswith("/couple")]
        same = [p for p in alike if not self._clash(p.titles, titles) and (p.titles & titles or not self._named(word))]
        if same:
            same[0].mentions.append(mention)
            same[0].titles |= titles
        elif alike or self._named(word):
            self._keep_apart(f"{word}/{label}", mention, label)
        else:
            self._keep_apart(word, mention, "")

    def _keep_apart(self, key: str, mention: Candidate, label: str) -> None:
        person = self._apart.setdefault(key, _Person(mention.words, label=label))
        person.mentions.append(mention)
        person.titles |= self._titles(mention)

    def _is_couple(self, mention: Candidate) -> bool:
        """Tell whether two are meant: Mr and Mrs Obama."""
        at = mention.title_from
        return (
            at > 1 and self._tokens.words[at - 1] in {"and", "&"} and self._tokens.words[at - 2] in self._lexicon.titles
        )

    def _titles(self, mention: Candidate) -> set[str]:
        tokens = self._tokens
        return {tokens.words[at] for at in range(mention.title_from, mention.first) if tokens.capitals[at]}

    def _clash(self, one: set[str], other: set[str]) -> bool:
        """Tell whether the titles are a man's on one side and a woman's on the other."""
        women, men = self._lexicon.feminine, self._lexicon.masculine
        return bool((one & women and other & men) or (one & men and other & women))

    def _compatible(self, person: _Person, core: Words, titles: set[str]) -> bool:
        """Tell whether two full names with one surname can be one person's: the words of one are among the other's."""
        if self._clash(person.titles, titles):
            return False
        few, many = sorted((person.words[:-1], core[:-1]), key=len)
        return all(any(self._same_given(one, other) for other in many) for one in few)

    def _same_given(self, one: str, other: str) -> bool:
        if self._spelt(one).lower() == self._spelt(other).lower():
            return True
        shorts = self._lexicon.short_names
        return other in shorts.get(one, ()) or one in shorts.get(other, ())

    def _spelt(self, word: str) -> str:
        spelt = self._lexicon.spellings.get(word, word)
        article, hyphen, name = spelt.partition("-")
        if hyphen and article.lower() in _ARABIC_ARTICLES and name[:1].isupper():
            spelt = name  # Bashar al-Assad is Assad
        return spelt.capitalize() if spelt.isupper() and len(spelt) > 3 else spelt


def core_name(words: Words, lexicon: Lexicon) -> Words:
    """Return a person's name without suffixes, commas and initials; all of it where nothing else is left."""
    core = tuple(
        word
        for word in words
        if word != "," and word not in lexicon.name_suffixes and not (len(word.rstrip(".")) == 1 and word[0].isupper())
    )
    return core or words
