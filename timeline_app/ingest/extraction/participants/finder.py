"""From a text to its participants: tokens, candidates, kinds, who is who, roles."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from timeline_app.domain.extraction import Participant, ParticipantKind
from timeline_app.ingest.extraction.participants.candidates import CandidateFinder
from timeline_app.ingest.extraction.participants.consistency import find_again
from timeline_app.ingest.extraction.participants.kinds import settle_kinds
from timeline_app.ingest.extraction.participants.lexicon import load_lexicon
from timeline_app.ingest.extraction.participants.resolution import Cluster, resolve
from timeline_app.ingest.extraction.participants.roles import Surroundings, roles_of
from timeline_app.ingest.extraction.participants.tokens import tokenise
from timeline_app.ingest.extraction.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline_app.domain.extraction import Span


def find_participants(
    text: str, *, sentences: Sequence[Span] | None = None, language: str = "en"
) -> tuple[Participant, ...]:
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
    mentions = find_again(candidates, tokens, lexicon)
    around = Surroundings.of(text, tokens, lexicon, mentions)
    return tuple(_participant(cluster, around) for cluster in resolve(mentions, tokens, lexicon))


def _participant(cluster: Cluster, around: Surroundings) -> Participant:
    tokens = around.tokens
    spans = tuple((tokens[mention.first].start, tokens[mention.last - 1].end) for mention in cluster.mentions)
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
