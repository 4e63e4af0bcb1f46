"""Finds runs of capitals: the stretches of a text within which names lie, small words between their parts included."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.ingest.extraction.participants.lexicon import Lexicon
    from timeline_app.ingest.extraction.participants.tokens import Tokens

LONGEST_RUN = 24
"""How many tokens a run may have: no name is longer, and everything done with a run stays bounded in a text of capitals."""

_RISKY_PARTICLES = frozenset({"y", "e", "as", "la", "le", "do", "der", "den", "ad", "san", "ben", "abu"})
"""Particles that are ordinary words too: they join after a given name only."""

_ALWAYS_JOIN = frozenset({"de", "des", "du", "la", "e"})


def run_end(tokens: Tokens, start: int, lexicon: Lexicon) -> int:
    """Return where the run ends that begins with the capital at token `start`."""
    end, limit = start + 1, min(len(tokens), start + LONGEST_RUN)
    while end < limit:
        if tokens.capitals[end] and tokens.joined[end]:
            end += 1
            continue
        if tokens.joined[end] and tokens.words[end] in lexicon.company_suffixes:  # HSBC Holdings plc
            end += 1
            break
        step = _bridge(tokens, start, end, lexicon)
        if not step:
            break
        end += step
    return min(end, len(tokens))


def _bridge(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> int:
    """Return how many tokens lead from `end` over small words or signs past the next capital of the same name, 0 for none."""
    word = tokens.words[end]
    if word == "'s" or (word == "'" and tokens.words[end - 1].endswith("s")):
        return _over_possessive(tokens, end, lexicon)
    if word == ",":
        return 2 if _is_capital(tokens, end + 1) and tokens.words[end + 1] in lexicon.name_suffixes else 0
    if not tokens.joined[end]:
        return 0
    if word in {"&", "+"}:
        return 2 if _is_capital(tokens, end + 1) else 0
    if word in lexicon.particles:
        step = _over_particles(tokens, end, lexicon)
        if step:
            return step
    return _over_joiner(tokens, start, end, lexicon) if word in lexicon.joiners else 0


def _over_particles(tokens: Tokens, end: int, lexicon: Lexicon) -> int:
    """Ursula von der Leyen, Mohammed bin Salman."""
    ahead = end + 1
    while ahead < min(end + 3, len(tokens)) and tokens.words[ahead] in lexicon.particles and tokens.joined[ahead]:
        ahead += 1
    if not _is_capital(tokens, ahead):
        return 0
    before = tokens.words[end - 1]
    supported = before in lexicon.given_names or before.lower() in lexicon.particles
    risky = tokens.words[end] in _RISKY_PARTICLES and not supported
    return 0 if risky else ahead - end + 1


def _over_possessive(tokens: Tokens, end: int, lexicon: Lexicon) -> int:
    """People's Republic, Workers' Party: the owner is a common noun, not a name."""
    glued = tokens.starts[end] == tokens.ends[end - 1]
    return 2 if glued and _is_capital(tokens, end + 1) and tokens.words[end - 1].lower() in lexicon.owners else 0


def _over_joiner(tokens: Tokens, start: int, end: int, lexicon: Lexicon) -> int:
    """Ministry of Foreign Affairs, Securities and Exchange Commission, Secretary of State: a body's name or an office's."""
    word = tokens.words[end]
    ahead = end + 1
    if word != "and" and ahead < len(tokens) and tokens.words[ahead] == "the" and tokens.joined[ahead]:
        ahead += 1
    if not _is_capital(tokens, ahead) or tokens.words[ahead] in lexicon.calendar:
        return 0
    left = tokens.words[start:end]
    if word == "and":
        joined = _joins_with_and(tokens, left, ahead, lexicon)
    else:
        headed = not lexicon.organisation_heads.isdisjoint(left) or left[-1] in lexicon.junk_last_words
        joined = headed and word not in {"in", "to"}
        joined |= word in _ALWAYS_JOIN and len(left) > 1
        if word in {"of", "for"}:
            has_role = any(part.lower() in lexicon.role_nouns for part in left)
            is_office = has_role and tokens.words[ahead].split("-")[0] in lexicon.offices
            joined |= is_office or (word == "of" and left[-1] in lexicon.places_of)
    return ahead - end + 1 if joined else 0


def _joins_with_and(tokens: Tokens, left: Sequence[str], ahead: int, lexicon: Lexicon) -> bool:
    """Tell whether both sides of "and" belong to one name: ordinary words after "of" or before the head noun; and Co."""
    last = left[-1]
    if tokens.words[ahead] in lexicon.company_suffixes:
        return True
    if last in lexicon.known or last in lexicon.given_names or last in lexicon.places_of:
        return False
    if not (_is_ordinary(last, lexicon) and _is_ordinary(tokens.words[ahead], lexicon)):
        return False
    if not {"of", "for", "on"}.isdisjoint(left) and not lexicon.organisation_heads.isdisjoint(left):
        return tokens.words[ahead].lower() not in lexicon.role_nouns
    till = ahead
    while _is_capital(tokens, till) and till < ahead + 4:
        till += 1
    return len(left) < 4 and till - ahead >= 2 and tokens.words[till - 1] in lexicon.organisation_heads


def _is_ordinary(word: str, lexicon: Lexicon) -> bool:
    """Tell whether the word is no name by itself: it is in the list of ordinary words, or formed like them."""
    return word.lower() in lexicon.common_words or word.endswith(
        ("ing", "tion", "ment", "ology", "ics", "ity", "ical", "spheric")
    )


def _is_capital(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens.capitals[at] and tokens.joined[at]
