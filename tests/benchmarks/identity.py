"""What it costs to know who is who: ``python -m tests.benchmarks.identity [--articles N] [--singles N]``.

Articles with names as the world has them: people and organisations as frequent as Zipf's law makes words, each under several
forms (full, bare, with initials, transliterated, shortened), in surnames that many share. `batch_of_one` is one article added to
the library as a window would add it; `ratio` is that against the same article without participants, in the same run.

With `--gold`, names with identities of the shared data are extracted and stored instead, and measured across all documents is
B-cubed (Bagga and Baldwin 1998) over the gold mentions: precision, recall and F1, of the library's identities, and of the names
as each article has them. A mention that was not found stands alone.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import tempfile
import time
from collections import defaultdict
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from timeline_app.domain.article import Article
from timeline_app.domain.extraction import EventKind, Extraction, Participant, ParticipantKind, Report, Resolution, Role
from timeline_app.domain.period import Period
from timeline_app.ingest.extraction.pipeline import extract
from timeline_app.library import Entry, Library, entry_of
from timeline_app.messages import message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "participants"
GOLD = ("link_aida_dev", "link_reuters128")
Mention: TypeAlias = tuple[int, int, int]
"""Number of the document, start and end."""

PER_ARTICLE = 10
BATCH = 500
SAID = Resolution("benchmark", message("said"))
FILLER = "words of no meaning "


class World:
    """Whom articles are about."""

    def __init__(self, articles: int, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        count = max(200, articles // 2)
        surnames = [self._word(3) for _ in range(count // 8)]
        self._people = [(self._word(2), self._chance.choice("ABCDEJKLMR"), self._pick(surnames)) for _ in range(count)]
        self._weights = list(accumulate(1 / rank for rank in range(1, count + 1)))

    def _word(self, syllables: int) -> str:
        return "".join(
            self._chance.choice("bdfgklmnprstvz") + self._chance.choice("aeiou") for _ in range(syllables)
        ).title()

    def _pick(self, words: list[str]) -> str:
        """Choose one, early ones more often: as some surnames are."""
        return words[int(len(words) * self._chance.random() ** 2)]

    def _names(self, number: int) -> list[str]:
        given, middle, surname = self._people[number]
        return [
            f"{given} {surname}",
            f"{given} {surname}",
            f"{given} {surname}",
            f"{given} {middle}. {surname}",
            f"{given[0]}. {surname}",
            surname,
            f"{given} {surname}sky",
            f"{given} {surname}skiy",
        ]

    def articles(self, count: int, *, with_participants: bool = True) -> Iterator[Entry]:
        """Yield entries, each of `PER_ARTICLE` participants with two mentions."""
        for number in range(count):
            people = self._chance.choices(range(len(self._people)), cum_weights=self._weights, k=PER_ARTICLE)
            named = dict.fromkeys(self._chance.choice(self._names(who)) for who in people)
            published = Period.of_day(self._chance.randrange(3000, 15000))
            article = Article(f"Article {number} {self._chance.random()}", FILLER * 20 + ", ".join(named), published)
            participants = tuple(
                Participant(
                    name,
                    ParticipantKind.PERSON,
                    ((0, 1), (2, 3)),
                    (Role("minister", name[-3:]),) if self._chance.random() < 0.2 else (),
                    (name.rsplit(" ", 1)[-1],) if " " in name and self._chance.random() < 0.3 else (),
                )
                for name in named
            )
            if not with_participants:
                participants = ()
            reports = (
                Report(article.title, EventKind.PUBLISHED, published, None, SAID),
                Report("met", EventKind.REPORTED, published, (0, 20), SAID, None, tuple(range(len(participants)))),
            )
            yield entry_of(Extraction(article, (), participants, reports))


def seconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def spread(values: list[float]) -> dict[str, float]:
    ordered = sorted(value * 1000 for value in values)
    return {"p50_ms": round(statistics.median(ordered), 2), "p95_ms": round(ordered[int(len(ordered) * 0.95)], 2)}


def measure(articles: int, singles: int) -> dict[str, object]:
    world, result = World(articles), dict[str, object](articles=articles)
    with tempfile.TemporaryDirectory() as folder, Library.create(Path(folder) / "case.timeline") as library:
        spent, batch = 0.0, list[Entry]()
        for entry in world.articles(articles):
            batch.append(entry)
            if len(batch) == BATCH:
                spent += seconds(lambda: library.add_entries(batch))
                batch.clear()
        library.add_entries(batch)
        result["articles_per_second"] = round(articles / spent) if spent else None
        people = library.participants(limit=50)
        result["identities"] = library.info().participants
        result["mentions"] = articles * PER_ARTICLE * 2
        with_people = [seconds(lambda e=e: library.add_entries([e])) for e in world.articles(singles)]
        without = [
            seconds(lambda e=e: library.add_entries([e])) for e in world.articles(singles, with_participants=False)
        ]
        result["batch_of_one"] = spread(with_people)
        result["batch_of_one_without_participants"] = spread(without)
        result["ratio"] = round(statistics.median(with_people) / statistics.median(without), 2)
        result["suggestions_ms"] = round(seconds(lambda: library.suggestions(50)) * 1000)
        result["suspects_ms"] = round(seconds(lambda: library.suspects(50)) * 1000)
        result["participants_ms"] = round(seconds(library.participants) * 1000)
        result["page"] = spread([seconds(lambda p=p: library.participant_page(p.id)) for p in people])
        result["activity_of_50_ms"] = round(seconds(lambda: library.activity([p.id for p in people])) * 1000)
    return result


def across_documents(gold: Path) -> dict[str, object]:
    """Return how well mentions of one participant are together, and those of two apart, across the documents of a gold file."""
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    links: dict[Mention, str] = {}
    identities, names = dict[Mention, object](), dict[Mention, object]()
    with tempfile.TemporaryDirectory() as folder, Library.create(Path(folder) / "case.timeline") as library:
        for number, document in enumerate(documents):
            low, high = document.get("evaluation_span") or (0, len(document["text"]))
            for start, end, _, *link in document["entities"]:
                if link and link[0] and low <= start and end <= high:
                    links[number, start, end] = link[0]
            library.add([extract(Article(document["id"], document["text"], Period.of_day(10_000 + number)))])
        for number, article in enumerate(sorted({int(a) for a in library.load_index().articles})):
            stored = library.article(article)
            for participant in stored.participants:
                for start, end in participant.mentions:
                    identities[number, start, end] = participant.id
            for found in stored.extraction.participants:
                for start, end in found.mentions:
                    names[number, start, end] = (found.name, found.kind)
    return {
        "gold": gold.name,
        "mentions": len(links),
        "identities": b_cubed(links, identities),
        "names_of_articles": b_cubed(links, names),
    }


def b_cubed(gold: Mapping[Mention, object], found: Mapping[Mention, object]) -> list[float]:
    """Return B-cubed precision, recall and F1 in percent."""
    together, taken = defaultdict[object, set[Mention]](set), defaultdict[object, set[Mention]](set)
    for mention, link in gold.items():
        together[link].add(mention)
        taken[found.get(mention, mention)].add(mention)
    precision = recall = 0.0
    for mention, link in gold.items():
        mine = taken[found.get(mention, mention)]
        common = len(mine & together[link])
        precision += common / len(mine) / len(gold)
        recall += common / len(together[link]) / len(gold)
    return [round(100 * value, 1) for value in (precision, recall, 2 * precision * recall / (precision + recall))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--singles", type=int, default=200)
    parser.add_argument("--gold", action="store_true")
    options = parser.parse_args()
    if options.gold:
        for name in GOLD:
            print(json.dumps(across_documents(SHARED / f"{name}.jsonl")))
        return
    print(json.dumps(measure(options.articles, options.singles), indent=2))


if __name__ == "__main__":
    main()
