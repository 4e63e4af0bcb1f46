-- A library of version 1 with one article, in plain SQL.
PRAGMA application_id = 1414351950;
PRAGMA user_version = 1;
BEGIN;
CREATE TABLE outlet (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- One row an article. Periods are half-open instants, NULL where a side is open. `participants` are the names found in it, a
-- line each, for the search. `record` is what is needed to give back the extraction as it was (see record.py), `checksum` the
-- CRC-32 of the columns between. The long columns come last: a row of the tray is read without them.
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    fingerprint BLOB NOT NULL UNIQUE,
    outlet INTEGER NOT NULL REFERENCES outlet,
    added INTEGER NOT NULL,
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
    source TEXT NOT NULL,
    title TEXT NOT NULL,
    participants TEXT NOT NULL,
    body TEXT NOT NULL,
    record BLOB NOT NULL
) STRICT;

-- The full-text index keeps no second copy of the text, and none of the beginnings of words: looking for one reads a stretch of
-- the words that there are. `store` alone writes articles and keeps it in step.
CREATE VIRTUAL TABLE article_text USING fts5(
    title, body, participants,
    content = 'article', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
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
CREATE INDEX participant_by_events ON participant (events DESC);

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
INSERT INTO article VALUES (4418390982656, X'B6B95BD7EADAF42F7B588563F4C3738E0F43147231E5EE210E18A8B521EC2A43', 1, 1795458749, 2032701474, 1676332800, 1676419200, 4, 0, 0, '', 'field', '', '', 'en', '', 'Ministers meet in Brussels', 'NATO
Jens Stoltenberg
Ukraine
Brussels', 'NATO Secretary General Jens Stoltenberg met Ukraine''s defence minister in Brussels on Tuesday.

Mr Stoltenberg said that the alliance will meet again in July 2023.', X'789C9552DB6A1B3110FD15A197BE4CC2DEBA97BEB9B4140A6942E34260D9077977628BC85A23C91863FCEF9D91D7B0244D4BC1AC67A4A33967CECC4906BD452F3FB56D9D439383DD1B03F2CB62F95582CC922CBF49B29BB4A044429B965599E7599D24C0619136198505241DB4F280F832A823C1E4E930BAC19FC50A9F4787E244C7673E8FC7546AB947CF507E363DD9A1D3E320E17D8AAEE30F89F898D355F627A515458B87879FF74F516C5DA76553C64A4D5217543381F222763BDAB0615E254E6BA7A896723A1CCF427971A028A0E5DBD9D59BB49C14752077CA05DDEB9DB2215A297F2C96F7A465746B65B557418F5C8EFA206EFEB184EF68BD780CA321AE15BA35E1C9041F9119B70825294F09DACA47EC1D06E58EE21B5A74CA103872C44A77EE559D791611BF5E9CD21699C2A89EFEDBA2806A26E6B3DB7B8FC6CF105501F515413D3ADC8D6E6AEF4E535781C48A2D6210DA8AF9FBFDCA68BFC1E1EF0B13C7D75ED0FDD521193628A299063F7831A880C0EB1330EE0F07FFB12C134707E96D1C3A3B26DE58295E0F829A0A62728C45E033DA1EC5766A5A5EBDF8578734EFA69844249CA590414EC26E9BEEDAAA315A71F18336E662A65A13EF650CD64E14EF2F7253D2593E91A484E5F255D79D7F03DCB9268A');
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
