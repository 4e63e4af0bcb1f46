"""From a text to its participants: tokens, candidates, kinds, who is who, roles."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import Participant
from timeline_app.ingest.extraction.participants.candidates import CandidateFinder
from timeline_app.ingest.extraction.participants.kinds import settle_kinds
from timeline_app.ingest.extraction.participants.lexicon import load_lexicon
from timeline_app.ingest.extraction.participants.resolution import Cluster, fullest, resolve
from timeline_app.ingest.extraction.participants.tokens import Token, tokenise
from timeline_app.ingest.extraction.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import Span


def find_participants(text: str, *, sentences: Sequence[Span] | None = None, language: str = "en") -> tuple[Participant, ...]:
    """Find the people, organisations and places of an article.

    Args:
        text: The article's body.
        sentences: The spans of its sentences, where they are known already.
        language: A BCP 47 tag; nothing is found in a language that the program has no tables for.

    Returns:
        Each participant once, in the order of first mention; mentions are without title, leading article and possessive, and
        those of all participants never overlap.
    """
    lexicon = load_lexicon(language)
    if lexicon is None:
        return ()
    tokens = tokenise(text, split_sentences(text) if sentences is None else sentences, lexicon)
    candidates = CandidateFinder(tokens, lexicon).find()
    settle_kinds(candidates, tokens, lexicon)
    return tuple(_participant(cluster, text, tokens) for cluster in resolve(candidates, tokens, lexicon))


def _participant(cluster: Cluster, text: str, tokens: Sequence[Token]) -> Participant:
    spans = tuple((tokens[m.first].start, tokens[m.last - 1].end) for m in cluster.mentions)
    forms = Counter(" ".join(text[start:end].split()) for start, end in spans)
    known = next((m.known.canonical for m in cluster.mentions if m.known), None)
    name = fullest(forms, known)
    return Participant(name, cluster.kind, spans, aliases=tuple(form for form in forms if form != name))
