"""Reads what a person is said to be: before the name, after it, and in phrases with "of"."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import ParticipantKind, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline_app.ingest.extraction.participants.candidates import Candidate
    from timeline_app.ingest.extraction.participants.lexicon import Lexicon
    from timeline_app.ingest.extraction.participants.tokens import Tokens

_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_OF = frozenset({"of", "to", "for", "at"})
_LONGEST = 8
"""How many tokens of a role are read in either direction."""


@dataclass(frozen=True)
class Surroundings:
    """The article around the names: its text and tokens, and the participants' mentions by their first and last token.

    For every noun in an organisation's name in full ("organization" of "North Atlantic Treaty Organization"), `bodies` has the
    tokens where the different organisations with it are first named, and `body_forms` how often each is called what.
    """

    text: str
    tokens: Tokens
    lexicon: Lexicon
    by_start: Mapping[int, Candidate]
    by_end: Mapping[int, Candidate]
    bodies: Mapping[str, Sequence[int]]
    body_forms: Mapping[str, Counter[str]]

    @classmethod
    def of(cls, text: str, tokens: Tokens, lexicon: Lexicon, mentions: Sequence[Candidate]) -> Surroundings:
        """Index the mentions, which are in the order of the text."""
        introduced: dict[str, dict[str, int]] = defaultdict(dict)
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in mentions:
            if mention.kind is ParticipantKind.ORGANISATION:
                full = mention.known.canonical if mention.known else " ".join(mention.words)
                for word in full.lower().replace("sation", "zation").split():
                    introduced[word].setdefault(full, mention.first)
                    forms[word][
                        " ".join(text[tokens.starts[mention.first] : tokens.ends[mention.last - 1]].split())
                    ] += 1
        bodies = {word: sorted(firsts.values()) for word, firsts in introduced.items()}
        return cls(text, tokens, lexicon, {m.first: m for m in mentions}, {m.last: m for m in mentions}, bodies, forms)

    def words(self, first: int, last: int) -> str:
        """Return the source's words from one token to another, on one line."""
        return " ".join(self.text[self.tokens.starts[first] : self.tokens.ends[last - 1]].split())

    def role_words(self, first: int, last: int) -> str:
        """Return the words of a role; those of a speaker's label in capitals as "Secretary General"."""
        words = self.words(first, last)
        return " ".join(map(str.capitalize, words.split())) if words.isupper() and len(words) > 4 else words

    def owner(self, mention: Candidate | None) -> str:
        """Return an organisation's or place's name as the source writes it here, empty for none."""
        if mention is None or mention.kind is ParticipantKind.PERSON:
            return ""
        return self.words(mention.first, mention.last)

    def is_role_noun(self, at: int) -> bool:
        """Tell whether the token ends a role."""
        word = self.tokens.words[at]
        return (self.lexicon.is_role_noun(word) or word in self.lexicon.rank_words) and word not in self.lexicon.titles

    def is_role_word(self, at: int) -> bool:
        """Tell whether the token can be part of a role."""
        word = self.tokens.words[at].lower()
        return self.is_role_noun(at) or word in self.lexicon.role_modifiers or word in self.lexicon.former_words


def roles_of(mentions: Sequence[Candidate], around: Surroundings) -> tuple[Role, ...]:
    """Return the roles that the mentions of one person are given, in the order of the text, each once."""
    found: list[Role] = []
    for mention in mentions:
        before = _before(mention, around)
        if before and not before.of:
            before = Role(before.text, _owner_behind(mention.last, around))
        found += [role for role in (before, _after(mention, around), _as(mention, around)) if role]
    unique = {(role.text.lower(), role.of.lower()): role for role in reversed(found)}
    owned = {text for text, owner in unique if owner}
    # "Secretary" says no more where "Secretary of State" is said too.
    cut = {
        " ".join(words[:i])
        for text, _ in unique
        for words in [text.split()]
        for i in range(len(words))
        if words[i] == "of"
    }
    return tuple(
        role
        for (text, owner), role in reversed(unique.items())
        if text not in cut and (owner or (text not in owned and text not in around.lexicon.kin))
    )


def _before(mention: Candidate, around: Surroundings) -> Role | None:
    """Read "NATO Secretary General", "former British finance minister", "Secretary General of the organization" before the name."""
    tokens, end = around.tokens, mention.title_from
    if end < mention.first:
        last = _without_titles(mention, around)
        if last is not None:
            return _leftwards(last, end, around)
    if not end:
        return None
    if tokens.words[end - 1] == ",":
        return _before_comma(mention, end - 1, around)
    if not tokens.joined[end]:
        return None
    return _leftwards(end, end, around) if around.is_role_noun(end - 1) else _before_of(end, around)


def _before_comma(mention: Candidate, comma: int, around: Surroundings) -> Role | None:
    """Read "the alliance's secretary general, Jens Stoltenberg,": the name in apposition to the role."""
    tokens = around.tokens
    closed = mention.last < len(tokens) and tokens.words[mention.last] in {",", "."}
    if not closed or not comma:
        return None
    if around.is_role_noun(comma - 1) and tokens.words[comma - 1].islower():
        return _leftwards(comma, comma, around)
    return _before_of(comma, around) if comma in around.by_end else None


def _without_titles(mention: Candidate, around: Surroundings) -> int | None:
    """Return the end of the role among the words before the name, None where they are forms of address only."""
    first, last = mention.title_from, mention.first
    ranks = around.lexicon.ranks
    while last > first and around.tokens.words[last - 1] in around.lexicon.titles:
        if last - first > 1 and around.words(last - 2, last) in ranks:  # First Lady
            break
        last -= 1
    return last if last > first else None


def _leftwards(last: int, start: int, around: Surroundings) -> Role | None:
    """Return the role that ends at token `last`, reading on to the left from `start`."""
    tokens, lexicon = around.tokens, around.lexicon
    first = start
    while (
        first > max(0, last - _LONGEST) and around.is_role_word(first - 1) and (first == last or tokens.joined[first])
    ):
        if first < last and tokens.words[first - 1] in lexicon.kin:  # my friend Foreign Minister Linde
            break
        first -= 1
    if first == last:
        return None
    owner = _owner_before(first, around)
    demonym = next(
        (at for at in (first - 2, first - 1) if at >= 0 and at + lexicon.demonym_at(tokens, at) == first), -1
    )
    if not owner and demonym >= 0 and tokens.joined[first]:
        owner = lexicon.demonyms[" ".join(tokens.words[demonym:first])]
        return Role(_former(demonym, around) + around.words(first, last), owner)
    named = around.by_end.get(first)
    if owner and named:
        return Role(_former(named.first, around) + around.role_words(first, last), owner)
    return _role(first, last, owner, around)


def _former(at: int, around: Surroundings) -> str:
    """Return the words before an owner that say when the role was held: "Former" of "Former U.S. Secretary of State"."""
    first = at
    while (
        first and around.tokens.words[first - 1].lower() in around.lexicon.former_words and around.tokens.joined[first]
    ):
        first -= 1
    return around.words(first, at) + " " if first < at else ""


def _role(first: int, last: int, owner: str, around: Surroundings) -> Role:
    """Split off the organisation or country that the role's own words end in: "ambassador" of "the United States"."""
    if not owner:
        for at in range(first + 1, last):
            if around.tokens.words[at] in _OF:
                named = around.by_start.get(at + 1) or around.by_start.get(at + 2)
                if named and named.first < last and around.owner(named):
                    return Role(around.role_words(first, at), around.owner(named))
    return Role(around.role_words(first, last), owner)


def _owner_before(first: int, around: Surroundings) -> str:
    """Return whose office it is: "Ukraine's", "NATO", directly before the role."""
    tokens = around.tokens
    if not first:
        return ""
    if tokens.words[first - 1] in {"'s", "'"}:
        return around.owner(around.by_end.get(first - 1)) or _refers_back(first - 2, around)
    if not tokens.joined[first]:
        return ""
    return around.owner(around.by_end.get(first))


def _before_of(end: int, around: Surroundings) -> Role | None:
    """Read "Secretary General of the organization" or "ambassador to the United States" before the name at token `end`."""
    tokens = around.tokens
    named = around.by_end.get(end)
    at = named.first - 1 if named else end - 2
    if named is None and not tokens.words[end - 1].islower():
        return None
    if at > 0 and tokens.words[at] == "the":
        at -= 1
    if at < 1 or tokens.words[at] not in _OF or not around.is_role_noun(at - 1):
        return None
    owner = around.owner(named) if named else _refers_back(end - 1, around)
    role = _leftwards(at, at, around)
    if role and owner:
        return Role(role.text, owner)
    is_field = named is None and at == end - 2 and _is_plain(end - 1, around, allowed=True)
    return Role(f"{role.text} {around.words(at, end)}", role.of) if role and is_field else None


def _refers_back(at: int, around: Surroundings) -> str:
    """Return the organisation that "the organization" stands for: one named before whose name, in full, ends in that noun."""
    noun = around.tokens.words[at]
    if not noun.islower() or noun not in around.lexicon.organisation_nouns:
        return ""
    noun = noun.replace("sation", "zation")
    introduced = around.bodies.get(noun, [])
    if len([first for first in introduced[:2] if first < at]) != 1:
        return ""
    forms = around.body_forms[noun]
    return min(forms, key=lambda form: (-forms[form], len(form)))


def _after(mention: Candidate, around: Surroundings) -> Role | None:
    """Read ", Ukraine's defence minister," or ", a professor of history at Oxford" after the name."""
    at = _apposition(mention.last, around)
    return _role_at(at, around) if at < len(around.tokens) else None


def _role_at(at: int, around: Surroundings) -> Role | None:
    """Read the role that begins at the token: "the", whose it is, what it is, of what."""
    tokens = around.tokens
    determined = at < len(tokens) and tokens.words[at] in _DETERMINERS
    owner, first, owned = _owner_at(at + determined, around)
    at, end = first, first
    while at < min(len(tokens), first + _LONGEST) and (
        around.is_role_word(at) or _is_plain(at, around, allowed=determined or owned)
    ):
        at += 1
        if around.is_role_noun(at - 1):
            end = at
    if end == first or not (determined or owner or _closes(end, around)):
        return None
    if end in around.by_start and tokens.joined[end]:  # ", Foreign Minister Hayashi": the next one's role
        return None
    last, named = _office_or_owner(end, around)
    return Role(around.role_words(first, last), owner or named)


def _as(mention: Candidate, around: Surroundings) -> Role | None:
    """Read "resigned as prime minister of Finland" behind the name."""
    tokens = around.tokens
    for at in range(mention.last, min(mention.last + 3, len(tokens))):
        if not tokens.words[at].isalpha() or not tokens.words[at].islower():
            break
        if tokens.words[at] == "as":
            return _role_at(at + 1, around) if at > mention.last else None
    return None


def _owner_behind(at: int, around: Surroundings) -> str:
    """Return the place or organisation that a name with a role is told to be of: "Senator Marco Rubio of Florida"."""
    tokens = around.tokens
    if at + 1 >= len(tokens) or tokens.words[at] != "of":
        return ""
    return around.owner(around.by_start.get(at + 1) or around.by_start.get(at + 1 + (tokens.words[at + 1] == "the")))


def _apposition(at: int, around: Surroundings) -> int:
    """Return where an apposition's own words begin behind the comma at token `at`: after an age, "who is"; the end for none."""
    tokens = around.tokens
    if at + 1 >= len(tokens) or tokens.words[at] != ",":
        return len(tokens)
    at += 1
    if tokens.words[at].isdigit() and at + 2 < len(tokens) and tokens.words[at + 1] == ",":
        at += 2
    return at + 2 if tokens.words[at] == "who" else at


def _office_or_owner(end: int, around: Surroundings) -> tuple[int, str]:
    """Return where the role that ends in a noun before token `end` really ends, and the organisation or country it names."""
    tokens = around.tokens
    if end + 1 >= len(tokens) or tokens.words[end] not in _OF:
        return end, ""
    named = around.by_start.get(end + 1) or (around.by_start.get(end + 2) if tokens.words[end + 1] == "the" else None)
    owner = around.owner(named)
    if owner:
        return end, owner
    office = _office(end + 1, around)
    return (office if office > end + 1 else end), ""


def _owner_at(at: int, around: Surroundings) -> tuple[str, int, bool]:
    """Return whose role begins at the token, where the role begins, and whether an owner or people stands there."""
    tokens, lexicon = around.tokens, around.lexicon
    if at >= len(tokens):
        return "", at, False
    named = around.by_start.get(at)
    if named and named.last < len(tokens) and (owner := around.owner(named)):
        after = named.last + (tokens.words[named.last] in {"'s", "'"})
        return owner, after, True
    if tokens.words[at] in lexicon.demonyms:
        return lexicon.demonyms[tokens.words[at]], at + 1, True
    if at + 1 < len(tokens) and tokens.words[at + 1] == "'s":
        return _refers_back(at, around), at + 2, True
    return "", at, False


def _is_plain(at: int, around: Surroundings, *, allowed: bool) -> bool:
    """Tell whether the token is an ordinary word that can describe a role: "a public relations manager"."""
    word = around.tokens.words[at]
    return (
        allowed
        and word.islower()
        and word[0].isalpha()
        and word.capitalize() not in around.lexicon.junk_words
        and not word.endswith("ing")
    )


def _closes(end: int, around: Surroundings) -> bool:
    """Tell whether an apposition without an article ends as one does: in a comma, a stop, a bracket, or an of-phrase."""
    tokens = around.tokens
    return end >= len(tokens) or not tokens.joined[end] or tokens.words[end] in {",", ".", ")", ";", "and", *_OF}


def _office(at: int, around: Surroundings) -> int:
    """Return where the office ends: "State" of "Secretary of State", "history" of "professor of history"."""
    tokens, end = around.tokens, at
    while end < min(at + 5, len(tokens)) and (
        _is_plain(end, around, allowed=True) or tokens.words[end] in {"and", "the"}
    ):
        end += 1
    if at < end < len(tokens) and tokens.words[end] in {",", ".", ";", ")"}:
        return end
    end = at
    while end < len(tokens) and tokens.capitals[end] and tokens.joined[end]:
        if tokens.words[end].lower() not in around.lexicon.common_words:
            break
        end += 1
    return end
