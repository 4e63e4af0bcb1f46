"""Events: which sentences report one, when it happened, and what it is called.

`reports` reads the article sentence by sentence, as `readings` hands them out. `clauses` finds what a sentence predicates,
`judging` whether that is an event, `dating` and `nouns` what each time expression dates, `intervals` what lasts or is counted
back, `base_date` and `inheritance` the day of undated sentences, `titles` the event's name, `evidence` how much of the sentence
tells of it, `reasons` the answer to "why this day?". The words are data: `words` loads them.
"""

from timeline_app.ingest.extraction.events.reports import find_events

__all__ = ["find_events"]
