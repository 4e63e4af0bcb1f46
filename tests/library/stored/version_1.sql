-- A library of version 1 with one article, in plain SQL.
PRAGMA application_id = 1414351950;
PRAGMA user_version = 1;
BEGIN;
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

INSERT INTO outlet VALUES (1, 'The Courier');
INSERT INTO file VALUES (1, '', 0, NULL, 0, 0, NULL, NULL, NULL, NULL);
INSERT INTO article VALUES (4418390982656, X'D7C19AC525C8730B173D8596DC1D97FE4ED7A7BD4B27B519D6AC73D1D47CA3F5', 1, 1, NULL, 1, 0, 2032701474, 1676332800, 1676419200, 4, 0, 0, '', 'field', '', '', 'en', '', 'Ministers meet in Brussels', X'785E5D8D310E82401045ADF714D3D9118327D0C684442CC0038CF0C58DC390CC2C31DCDE25D1429B5FFDF75E7D682FA1823A35699204BDC186707D1A474538DAEC0EF14D9D6FD4A03324B6854E50180BFD833422D107DE3AF5B8433BD018357A825154FA2A69526A6778CF4B11C2D97E34CEB1A7F4E09407C4229157CF2B8AE4446EF09013ABAE9A65A17257EE8B37835E473A', X'78BBCB4AEFE3AD54CB6AC3400CFC15E34B2F4AD857F771EC0FB4A1A782D9836943DB431C700CA104FF7BA5B5E2ACE33850E84D6BC9D2489AD1CD9F2AAF2168DE206F9798B3126A254DDA6E25ADB35A2B2F0490696450681ACA3399F0E9B86F3F0EFD384F429F96409F311533BB8CF386964B20ED04514F3E6A74A95B481D5A4F9BCDEBCB5B02EBBDB4C1A64C4178833905D801EC6EDF745F691DC5E9B3AD3157DD7E773F7D511F8A235A4808F266AED9D332A2F9B4AB92D48658AED4847DC48B82AEC5482263B5558A5A048BC8258656E5ECB66070AA91324DCF03BAF2578A609D673A36065C06663C00970867C09F23A6FC19269FB3F60E31523073FC7DBC2B99E01F069203D1A4DBF603C9BBED1F48C13522C8755AEEF3BF9CE3323F6477A92F20180621E82541814660EB10CFAD2EDCE861DC4DC32596091B2C7ED35C44622CA57731F6BF014E20D8');
INSERT INTO sketch VALUES (4418390982656, X'FCEF1246459E7BDF66798DD32581DA4270ACE07EBEC2C262D5D57890317B198C');
INSERT INTO event VALUES (1, 4418390982656, 1676332800, 1676419200, 1, 0, 4, 0);
INSERT INTO event VALUES (2, 4418390982656, 1676332800, 1676419200, 1, 1, 4, 0);
INSERT INTO event VALUES (3, 4418390982656, 1688169600, 1690848000, 1, 2, 6, 0);
INSERT INTO report VALUES (4418390982656, 0, 1, X'', 0, 100, NULL, '', X'');
INSERT INTO report VALUES (4418390982656, 1, 2, X'7897D30D04B7E31B', 0, 90, 'NATO Secretary General Jens Stoltenberg met Ukraine''s defence minister', 'on Tuesday', X'02000000010000000300000004000000');
INSERT INTO report VALUES (4418390982656, 2, 3, X'4D97A48260CC8EF6', 0, 70, 'the alliance will meet again', 'July 2023', X'02000000');
INSERT INTO participant VALUES (1, 1, 1, 'organisation', 'NATO', 'nato');
INSERT INTO participant VALUES (2, 1, 2, 'person', 'Jens Stoltenberg', 'stoltenberg');
INSERT INTO participant VALUES (3, 1, 3, 'place', 'Ukraine', 'ukraine');
INSERT INTO participant VALUES (4, 1, 4, 'place', 'Brussels', 'brussels');
INSERT INTO identity VALUES (1, 1, 1, 1, 'organisation', 'NATO');
INSERT INTO identity VALUES (2, 1, 2, 2, 'person', 'Jens Stoltenberg');
INSERT INTO identity VALUES (3, 1, 1, 1, 'place', 'Ukraine');
INSERT INTO identity VALUES (4, 1, 1, 1, 'place', 'Brussels');
INSERT INTO mention VALUES (1, 4418390982656, 1, NULL);
INSERT INTO mention VALUES (2, 4418390982656, 2, 1);
INSERT INTO mention VALUES (3, 4418390982656, 1, NULL);
INSERT INTO mention VALUES (4, 4418390982656, 1, NULL);
INSERT INTO role VALUES (1, '[["Secretary General","NATO"]]');
INSERT INTO alias VALUES (2, 'Mr Stoltenberg', 1);
INSERT INTO alias VALUES (2, 'Stoltenberg', 1);
INSERT INTO event_participant VALUES (1, 2);
INSERT INTO event_participant VALUES (2, 2);
INSERT INTO event_participant VALUES (2, 3);
INSERT INTO event_participant VALUES (3, 2);
INSERT INTO event_participant VALUES (4, 2);
INSERT INTO day_count VALUES (19402, 1, 2);
INSERT INTO day_count VALUES (19539, 0, 1);
INSERT INTO state VALUES ('revision', '9ae93a8f773075c9-4a71d4ee98cd99a8');
INSERT INTO state VALUES ('rules of identity', '1');
COMMIT;
