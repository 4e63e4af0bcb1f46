-- A library of version 1 with one article, in plain SQL.
PRAGMA application_id = 1414351950;
PRAGMA user_version = 1;
BEGIN;
CREATE TABLE outlet (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- One row an article. Periods are half-open instants, NULL where a side is open. `participants` are the names found in it, a
-- line each, for the search. `record` is what is needed to give back the extraction as it was (see record.py). The long columns
-- come last: a row of the tray is read without them.
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    fingerprint BLOB NOT NULL UNIQUE,
    outlet INTEGER NOT NULL REFERENCES outlet,
    published_start INTEGER,
    published_end INTEGER,
    published_granularity INTEGER,
    published_approximate INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL,
    title TEXT NOT NULL,
    title_derived INTEGER NOT NULL,
    published_stated TEXT NOT NULL,
    date_origin TEXT NOT NULL,
    author TEXT NOT NULL,
    url TEXT NOT NULL,
    language TEXT NOT NULL,
    source TEXT NOT NULL,
    participants TEXT NOT NULL,
    body TEXT NOT NULL,
    record BLOB NOT NULL
) STRICT;

-- The full-text index keeps no second copy of the text. `store` alone writes articles and keeps it in step.
CREATE VIRTUAL TABLE article_text USING fts5(
    title, body, participants,
    content = 'article', content_rowid = 'id',
    prefix = '3', tokenize = 'unicode61 remove_diacritics 2'
);

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

-- What an article says of an event, in the order of the extraction. `evidence` and `ordinal` complete the fingerprint to an
-- EventKey; `stated` is the date in the article's words.
CREATE TABLE report (
    article INTEGER NOT NULL REFERENCES article,
    position INTEGER NOT NULL,
    event INTEGER NOT NULL REFERENCES event,
    evidence BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    stated TEXT NOT NULL,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_of_event ON report (event);

-- People, organisations and places across the library, with their counts.
CREATE TABLE participant (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    articles INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    events INTEGER NOT NULL,
    UNIQUE (name, kind)
) STRICT;
CREATE INDEX participant_by_events ON participant (events);

-- Who takes part in an event; `rank` 0 is the one whom the article mentions most.
CREATE TABLE event_participant (
    event INTEGER NOT NULL REFERENCES event,
    rank INTEGER NOT NULL,
    participant INTEGER NOT NULL REFERENCES participant,
    PRIMARY KEY (event, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_of_participant ON event_participant (participant);

-- How many articles appeared and how many events begin on a day: the overview of a library too large to be counted anew.
CREATE TABLE day_count (
    day INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL,
    events INTEGER NOT NULL
) STRICT;

-- What the reader asserts, in the order asserted; it refers to no row, so nothing that happens to the others touches it.
CREATE TABLE correction (
    id INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    fingerprint BLOB NOT NULL,
    evidence BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT,
    start INTEGER,
    end INTEGER,
    granularity INTEGER,
    approximate INTEGER,
    UNIQUE (fingerprint, evidence, ordinal, type)
) STRICT;

-- Small texts that belong to the library and not to the program: the view, the selection.
CREATE TABLE state (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO outlet VALUES (1, 'The Courier');
INSERT INTO article VALUES (4418390982656, X'B6B95BD7EADAF42F7B588563F4C3738E0F43147231E5EE210E18A8B521EC2A43', 1, 1676332800, 1676419200, 4, 0, 1795454142, 'Ministers meet in Brussels', 0, '', 'field', '', '', 'en', '', 'NATO
Jens Stoltenberg
Ukraine
Brussels', 'NATO Secretary General Jens Stoltenberg met Ukraine''s defence minister in Brussels on Tuesday.

Mr Stoltenberg said that the alliance will meet again in July 2023.', X'789CBD53DF6BDB3010FE57845EF6A216CB721D7B6F291B8341D7B26630307E50EC6B22AAC841520821E47FDF9DEC96D0AE1B835130E674BA1FDFF7DDE9C8A3D940E01F9BA652A256C2EDAC15FCD37CF1990B9E67B9BAC8F20B59E0818B4696B352A9BCCA32416621EB1CCD4264AD68F81EE0B1D7070CE3C7FDE0FB70624B78183CB023BA4FE44F6E2CB5D841A0504A9B52B6E0CDD073F1768BB6A51F82B8527895FF0EE90CADF9DDDDF7DB9F096C55C9B22E53A53AAB0AAC99897204BB195C5C535FCD8E2BAFB196F6261E4E4C07B6472B82A3DBB3AB57C77242D40ABED53E9ACE6CB58B494AFE6DBEB8452C835F6967828E66A0720D122106F41188AFE002BB8F83C56E4BF02BCC4019C2189B2BA16A8CAA6B216522DEF07BE83C44ED0FEC0B38F0DA62466A95CADDF817C5CE4F29E2C7A3D7C601F5B1BA036A5314E24A9E83BAF6BB10C086F3A05921AAFC3908097BD80E7EE27A63906244DC6C03109971ECBCC46E694D5843FFE7ED49B36CC6E8EE492E1ED7C092B2163E04D6EB08827629425A2632FE6173A61EAD909769034837F64A50F67226482AB2493702010FE03A609B89347FD2E26F0C71F675F16ECF4464D4508A5C28B42F698F4635AD359AF0EF8DB5E3BCF40AA98DC3766E62F1F6C3A94BF4A9FFFB8210672309E6AC6D4FBF00BF5061A3');
INSERT INTO event VALUES (1, 4418390982656, 1676332800, 1676419200, 1, 0, 4, 0);
INSERT INTO event VALUES (2, 4418390982656, 1676332800, 1676419200, 1, 1, 4, 0);
INSERT INTO event VALUES (3, 4418390982656, 1688169600, 1690848000, 1, 2, 6, 0);
INSERT INTO report VALUES (4418390982656, 0, 1, X'', 0, 'Ministers meet in Brussels', '');
INSERT INTO report VALUES (4418390982656, 1, 2, X'7897D30D04B7E31B', 0, 'NATO Secretary General Jens Stoltenberg met Ukraine''s defence minister', 'on Tuesday');
INSERT INTO report VALUES (4418390982656, 2, 3, X'4D97A48260CC8EF6', 0, 'the alliance will meet again', 'July 2023');
INSERT INTO participant VALUES (1, 'NATO', 'organisation', 1, 1, 1);
INSERT INTO participant VALUES (2, 'Jens Stoltenberg', 'person', 1, 2, 2);
INSERT INTO participant VALUES (3, 'Ukraine', 'place', 1, 1, 1);
INSERT INTO participant VALUES (4, 'Brussels', 'place', 1, 1, 1);
INSERT INTO event_participant VALUES (2, 1, 1);
INSERT INTO event_participant VALUES (2, 0, 2);
INSERT INTO event_participant VALUES (3, 0, 2);
INSERT INTO event_participant VALUES (2, 2, 3);
INSERT INTO event_participant VALUES (2, 3, 4);
INSERT INTO day_count VALUES (19402, 1, 2);
INSERT INTO day_count VALUES (19539, 0, 1);
COMMIT;
