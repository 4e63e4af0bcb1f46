"""What a library file holds.

An article's id is in the order of its publication: the day in the high bits, a running number in the low ones, so that "the
newest 50" and "these 30 days" of any search read no more rows than they show. Undated articles have a range of their own
below all days. Event ids run in the order of arrival and mean nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.domain.calendar import Day

APPLICATION_ID = 0x544D4C4E
"""SQLite's `application_id` of a library, "TMLN" at byte 68 of the file: the magic number of its MIME type."""

ARTICLES_PER_DAY = 1 << 20
"""How many articles of one publication day a library has room for."""

_DAY_ZERO = 1 << 22
"""What is added to a day number so that ids are positive from the year -8590 on; earlier and later days share the last one."""

_FIRST_DAY, _LAST_DAY = 1 << 20, (1 << 23) - 1
UNDATED_IDS = range(1, _FIRST_DAY * ARTICLES_PER_DAY)
"""The ids of articles without a date."""

DATED_IDS = range(UNDATED_IDS.stop, (_LAST_DAY + 1) * ARTICLES_PER_DAY)


def day_of_article(article: int) -> Day | None:
    """Return the day that an article's id says it was published on, None for no day."""
    return None if article in UNDATED_IDS else article // ARTICLES_PER_DAY - _DAY_ZERO


BY_HAND_POSITION = 1 << 16
"""Where the reports that the reader made stand, after those of the extraction."""

ARTICLE_IDS = range(UNDATED_IDS.start, DATED_IDS.stop)
"""All ids that an article may have."""


def article_ids(day: Day | None) -> range:
    """Return the ids that an article published on this day, or on none, may have."""
    if day is None:
        return UNDATED_IDS
    first = min(max(day + _DAY_ZERO, _FIRST_DAY), _LAST_DAY) * ARTICLES_PER_DAY
    return range(first, first + ARTICLES_PER_DAY)


def ids_beside(article: int) -> range:
    """Return the ids that articles of the same day may have, or of none."""
    return article_ids(day_of_article(article))


UNSURE_BELOW = 60
"""Confidence in percent below which a reader is asked to look: there is an index of these reports."""

VERSION_1 = """
CREATE TABLE outlet (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- Where a rescan looks: the folders and files that the reader named.
CREATE TABLE source (
    path TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Each time that articles were taken in, in seconds since 1970. `ended` is NULL while that goes on, and stays so where it was
-- interrupted; `sources` is what was named, as JSON.
CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    started INTEGER NOT NULL,
    ended INTEGER,
    sources TEXT NOT NULL
) STRICT;

-- Each file that articles are from, by the import that read it last. `state` is a FileState, `parts` how many parts of it are in
-- the library; the rest is what the file is known by, NULL where it was never looked at. `checksum` is the CRC-32 of the path.
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    checksum INTEGER NOT NULL,
    import INTEGER REFERENCES import,
    state INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    size INTEGER,
    modified INTEGER,
    changed INTEGER,
    content BLOB
) STRICT;
CREATE INDEX file_by_size ON file (size);

-- One row an article. Periods are half-open instants, NULL where a side is open. Its source is the path of its file and `place`,
-- what follows the path. `rules` and `level` tell which extraction it has (domain/extraction.py). `text` is its body and the names
-- found in it, deflated (see texts.py); `record` is what is needed to give back the extraction as it was (see record.py).
-- `checksum` is the CRC-32 of the columns between and of these words. The long columns come last: a row of the tray is read
-- without them.
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    fingerprint BLOB NOT NULL UNIQUE,
    outlet INTEGER NOT NULL REFERENCES outlet,
    file INTEGER NOT NULL REFERENCES file,
    import INTEGER REFERENCES import,
    rules INTEGER NOT NULL,
    level INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    published_start INTEGER,
    published_end INTEGER,
    published_granularity INTEGER,
    published_approximate INTEGER NOT NULL,
    title_derived INTEGER NOT NULL,
    published_stated TEXT NOT NULL,
    date_origin TEXT NOT NULL,
    author TEXT NOT NULL,
    url TEXT NOT NULL,
    language TEXT NOT NULL,
    place TEXT NOT NULL,
    title TEXT NOT NULL,
    text BLOB NOT NULL,
    record BLOB NOT NULL
) STRICT;

CREATE INDEX article_of_file ON article (file);
CREATE INDEX article_by_extraction ON article (rules, level);

-- What near copies are told by (see likeness.py).
CREATE TABLE sketch (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    sketch BLOB NOT NULL
) STRICT;

-- The articles that have near copies, each with the first of its group; worked out anew from the sketches.
CREATE TABLE copy (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    lead INTEGER NOT NULL REFERENCES article ON DELETE CASCADE
) STRICT;
CREATE INDEX copy_of_lead ON copy (lead);

-- Events that a near copy tells in the same words and under the same date as the lead, which is shown for all of them. Worked out
-- anew with the copies; until then it may speak of events that are gone.
CREATE TABLE retelling (
    event INTEGER PRIMARY KEY,
    lead INTEGER NOT NULL
) STRICT;
CREATE INDEX retelling_of_lead ON retelling (lead);

-- An article that was found changed when its file was read again, with the one that it was before.
CREATE TABLE version (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    earlier INTEGER NOT NULL UNIQUE REFERENCES article ON DELETE CASCADE
) STRICT;

-- What the full-text index reads of an article.
CREATE VIEW article_words (id, title, body, participants) AS
    SELECT id, title, body_of(text), names_of(text) FROM article;

-- The full-text index keeps no second copy of the text, and none of the beginnings of words: looking for one reads a stretch of
-- the words that there are. `store` alone writes articles and keeps it in step.
CREATE VIRTUAL TABLE article_text USING fts5(
    title, body, participants,
    content = 'article_words', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
-- A batch is written as one segment, and sixteen are merged at a time: fewer merges, a quarter less time.
INSERT INTO article_text (article_text, rank) VALUES ('hashsize', 16777216);
INSERT INTO article_text (article_text, rank) VALUES ('automerge', 16);
-- A part of the index fills four pages to the byte.
INSERT INTO article_text (article_text, rank) VALUES ('pgsz', 4040);

-- Narrow, because all of it is read to show a library. `start` and `end` are the bounds that can be drawn (Period.known), NULL
-- for the appearance of an undated article; `kind`, `granularity` and `flags` are the codes of the domain. `article` and
-- `outlet` are those of the event's leading report.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article,
    start INTEGER,
    end INTEGER,
    outlet INTEGER NOT NULL REFERENCES outlet,
    kind INTEGER NOT NULL,
    granularity INTEGER NOT NULL,
    flags INTEGER NOT NULL
) STRICT;

-- What an article says of an event, in the order of the extraction; events that the reader made follow from `BY_HAND_POSITION` on.
-- `evidence` and `ordinal` complete the fingerprint to an EventKey; `confidence` is in percent; `title` is NULL where it is the
-- article's; `stated` is the date in the article's words; `participants` are those who take part, the one whom the article
-- mentions most first (see rows.py). That an event refers to its article and not to its report spares an index of them: reports
-- of an event are looked for in its article.
CREATE TABLE report (
    article INTEGER NOT NULL REFERENCES article,
    position INTEGER NOT NULL,
    event INTEGER NOT NULL,
    evidence BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    confidence INTEGER NOT NULL,
    title TEXT,
    stated TEXT NOT NULL,
    participants BLOB NOT NULL,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX unsure_report ON report (confidence) WHERE confidence < 60;

-- Names of people, organisations and places as articles give them, each with the number of these articles. `block` is where its
-- namesakes are looked for, `identity` who it is; NULL where the reader says that it is nobody.
CREATE TABLE participant (
    id INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL,
    identity INTEGER REFERENCES identity,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    block TEXT NOT NULL,
    UNIQUE (name, kind)
) STRICT;
CREATE INDEX participant_by_block ON participant (block);
CREATE INDEX participant_by_identity ON participant (identity);

-- Whom the reader sees: one person, organisation or place under all its names, with its counts. The id is the lowest of its
-- participants'.
CREATE TABLE identity (
    id INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    events INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL
) STRICT;
CREATE INDEX identity_by_events ON identity (events DESC);

-- In which articles a participant is named, how often, and as what: `role` is what the article calls it.
CREATE TABLE mention (
    participant INTEGER NOT NULL REFERENCES participant,
    article INTEGER NOT NULL REFERENCES article,
    mentions INTEGER NOT NULL,
    role INTEGER REFERENCES role,
    PRIMARY KEY (participant, article)
) STRICT, WITHOUT ROWID;

-- All roles that one article gives one participant, as a JSON list of [text, of]: the same ones come again and again.
CREATE TABLE role (
    id INTEGER PRIMARY KEY,
    said TEXT NOT NULL UNIQUE
) STRICT;

-- The other forms in which articles write a participant's name, and how many of them do.
CREATE TABLE alias (
    participant INTEGER NOT NULL REFERENCES participant,
    form TEXT NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (participant, form)
) STRICT, WITHOUT ROWID;

-- In which events a participant takes part: what the reports say, the other way round.
CREATE TABLE event_participant (
    participant INTEGER NOT NULL REFERENCES participant,
    event INTEGER NOT NULL,
    PRIMARY KEY (participant, event)
) STRICT, WITHOUT ROWID;

-- How many articles appeared and how many events begin on a day: the overview of a library too large to be counted anew.
CREATE TABLE day_count (
    day INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL,
    events INTEGER NOT NULL
) STRICT;

-- What the reader asserts (domain/correction.py), one row an assertion; it refers to no row, so nothing that happens to the
-- others touches it. The target of an event is (fingerprint, evidence, ordinal), of a participant (name, kind), of a date its
-- words in `name`; where these are said of one article only, its fingerprint stands with them. `detail` tells apart the
-- assertions of a type of which a target may have several, `payload` is the rest as JSON.
CREATE TABLE correction (
    fingerprint BLOB NOT NULL,
    evidence BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    type TEXT NOT NULL,
    detail TEXT NOT NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (fingerprint, evidence, ordinal, name, kind, type, detail)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_by_type ON correction (type);

-- The reader's words about the events of an article, by its id: found by the same queries as the article's text.
CREATE VIRTUAL TABLE reader_text USING fts5(
    title, body, participants,
    content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2'
);

-- What can be undone and done again, oldest first: the corrections that each step took back and made, as JSON, or an import.
CREATE TABLE step (
    id INTEGER PRIMARY KEY,
    is_undone INTEGER NOT NULL,
    import INTEGER REFERENCES import,
    text TEXT NOT NULL,
    edits TEXT NOT NULL
) STRICT;

-- How far events were read: 1 skimmed, 2 read. By what identifies an event across extractions, as corrections are kept.
CREATE TABLE reading (
    fingerprint BLOB NOT NULL,
    evidence BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    level INTEGER NOT NULL,
    PRIMARY KEY (fingerprint, evidence, ordinal)
) STRICT, WITHOUT ROWID;

-- What the reader looked at, under a name: the filter, the lanes, the stretch of time, as JSON.
CREATE TABLE saved_view (
    name TEXT PRIMARY KEY,
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Small texts that belong to the library and not to the program: the view, the selection.
CREATE TABLE state (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

VERSION_2 = """
-- 1 where an import was undone and is done again, which takes in its own files and not what has come beside them.
ALTER TABLE import ADD COLUMN is_again INTEGER NOT NULL DEFAULT 0;

-- The highest id that a removed article had, of each stretch of ids (a day's, or that of undated articles), by its first: no
-- article gets the id of one that is gone.
CREATE TABLE gone_article (
    first INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

-- The articles that are to be read again because the reader decided something about their dates.
CREATE TABLE article_to_read (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE
) STRICT;
"""
