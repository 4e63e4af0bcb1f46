"""From a text to its participants: tokens, candidates, kinds, who is who, roles."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import Level, Participant, ParticipantKind
from timeline_app.ingest.extraction.participants.candidates import CandidateFinder
from timeline_app.ingest.extraction.participants.careful import read_names
from timeline_app.ingest.extraction.participants.consistency import find_again
from timeline_app.ingest.extraction.participants.kinds import settle_kinds
from timeline_app.ingest.extraction.participants.lexicon import load_lexicon, primary
from timeline_app.ingest.extraction.participants.resolution import Cluster, resolve
from timeline_app.ingest.extraction.participants.roles import Surroundings, roles_of
from timeline_app.ingest.extraction.participants.tagging.encoder import Encoder, load_encoder
from timeline_app.ingest.extraction.participants.tokens import tokenise
from timeline_app.ingest.extraction.sentences import split_sentences
from timeline_app.messages import QT_TRANSLATE_NOOP, Message, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import Span


def find_participants(
    text: str, *, sentences: Sequence[Span] | None = None, language: str = "en", level: Level = Level.FAST
) -> tuple[Participant, ...]:
    """Find the people, organisations and places of an article.

    Args:
        text: The article's body.
        sentences: The spans of its sentences, where they are known already.
        language: A BCP 47 tag; nothing is found in a language that the program has no tables for.
        level: By rules alone, or with the encoder; by rules alone too where `reachable_level` says so.

    Returns:
        Each participant once, in the order of first mention; mentions are without title, leading article and possessive, and
        those of all participants never overlap.
    """
    lexicon = load_lexicon(language)
    if lexicon is None:
        return ()
    sentences = split_sentences(text) if sentences is None else sentences
    tokens = tokenise(text, sentences, lexicon)
    finder = CandidateFinder(tokens, lexicon)
    candidates = finder.find()
    settle_kinds(candidates, tokens, lexicon)
    mentions = find_again(candidates, tokens, lexicon)
    encoder = load_encoder(primary(language)) if level is Level.CAREFUL else None
    if isinstance(encoder, Encoder):
        candidates = read_names(mentions, finder, tokens, sentences, lexicon, encoder)
        mentions = find_again(candidates, tokens, lexicon)
    around = Surroundings.of(text, tokens, lexicon, mentions)
    return tuple(_participant(cluster, around) for cluster in resolve(mentions, tokens, lexicon))


def reachable_level(level: Level, language: str) -> Level:
    """Return how carefully an article can be read here if it is to be read at `level`.

    Where the program has no tables for a language, nothing can be read more carefully than it is.
    """
    return Level.FAST if level is Level.CAREFUL and why_not_careful(language) is not None else level


def why_not_careful(language: str = "en") -> Message | None:
    """Say why names are read by rules alone on this machine, None where the encoder can be had."""
    hindrance = load_encoder(primary(language)) if load_lexicon(language) is not None else None
    if not isinstance(hindrance, Message):
        return None
    template = QT_TRANSLATE_NOOP("Message", "Names were looked for by rules alone: {reason}.")
    return message(template, reason=hindrance)


def _participant(cluster: Cluster, around: Surroundings) -> Participant:
    tokens = around.tokens
    spans = tuple((tokens.starts[mention.first], tokens.ends[mention.last - 1]) for mention in cluster.mentions)
    forms = Counter(around.words(mention.first, mention.last) for mention in cluster.mentions)
    is_person = cluster.kind is ParticipantKind.PERSON
    known = "" if is_person else next((mention.known.canonical for mention in cluster.mentions if mention.known), "")
    name = cluster.name or (known if known in forms else _fullest(forms))
    if is_person and name.isupper():
        name = " ".join(word.capitalize() for word in name.split())
    elif name.casefold() == known.casefold():
        name = known
    roles = roles_of(cluster.mentions, around) if is_person else ()
    return Participant(name, cluster.kind, spans, roles, tuple(form for form in forms if form != name))


def _fullest(forms: Counter[str]) -> str:
    """Return the form with the most words; of equal ones not the one in capitals, then the commonest, then the longest."""
    return max(forms, key=lambda form: (len(form.split()), not form.isupper(), forms[form], len(form), form))
