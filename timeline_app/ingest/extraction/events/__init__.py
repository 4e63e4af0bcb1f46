"""Events: which sentences report one, when it happened, and what it is called.

`reports` reads the article sentence by sentence, as `readings` hands them out with what is known of the article (`context`).
`verbs` finds what a sentence predicates, `subjects` of whom, `antecedents` with whom a description stands, `extents` where each
clause ends. `pairing` gives each time to what it dates, by the rules of `dating` and `nouns`, and to nothing by those of
`comparisons`; `statements` makes the report of it: `judging` says whether it is an event and of which kind, `intervals` what lasts
or is counted back, `titles` its name (without what a sentence opens with, `introductions`, and what else can be left out,
`elisions`; a line, by `lines`), `evidence` how much of the sentence tells of it, `reasons` the answer to "why this day?".

`base_date`, `inheritance` and `coreference` date the sentences that give no date: by the day of the article, by what was told just
before, by an event that they speak of again. The words are data: `words` loads them.
"""

from timeline_app.ingest.extraction.events.reports import find_events

__all__ = ["find_events"]
