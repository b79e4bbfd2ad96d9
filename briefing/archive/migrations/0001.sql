-- The archive, version 1. Times are Unix seconds; NULL stands for unknown.

-- Names are what articles can be filtered by: actors, topics, speakers,
-- signatories, sources and the user's own tags.
CREATE TABLE names (
  id    INTEGER PRIMARY KEY,
  field TEXT NOT NULL,            -- query field: actor, topic, speaker ...
  key   TEXT NOT NULL,            -- the registry's id, or '~' and the folded name
  name  TEXT NOT NULL,            -- as shown
  fold  TEXT NOT NULL,            -- folded for comparison, with a space at both ends
  kind  TEXT NOT NULL DEFAULT '', -- of an actor: person, organisation, place
  UNIQUE (field, key)
);
CREATE INDEX names_fold ON names (field, fold);

CREATE TABLE feeds (
  id        INTEGER PRIMARY KEY,
  url       TEXT NOT NULL UNIQUE,     -- as subscribed
  address   TEXT NOT NULL DEFAULT '', -- where it moved to for good; '' = url
  title     TEXT NOT NULL DEFAULT '',
  site      TEXT NOT NULL DEFAULT '',
  lang      TEXT NOT NULL DEFAULT '',
  etag      TEXT NOT NULL DEFAULT '', -- validators of the last answer that was archived whole
  modified  TEXT NOT NULL DEFAULT '',
  tried     INTEGER,
  succeeded INTEGER,
  next      INTEGER,
  failure   TEXT NOT NULL DEFAULT '', -- sentence; '' when the last try succeeded
  failures  INTEGER NOT NULL DEFAULT 0,
  gone      INTEGER NOT NULL DEFAULT 0,
  asks      TEXT NOT NULL DEFAULT '{}' -- JSON: how often the feed wants to be fetched
);

-- What articles are filtered, counted and ordered by. The rows are narrow: to
-- filter 100,000 of them is to read a few megabytes.
CREATE TABLE articles (
  id      INTEGER PRIMARY KEY,
  sort    INTEGER NOT NULL,           -- min(published, seen + 1 h), min(end of day, seen), or seen
  tie     INTEGER NOT NULL DEFAULT 0, -- order of articles of one moment: place in the document, then 32 bits of ident
  source  INTEGER NOT NULL REFERENCES names (id),
  unread  INTEGER NOT NULL DEFAULT 1,
  starred INTEGER NOT NULL DEFAULT 0,
  noted   INTEGER NOT NULL DEFAULT 0,
  revised INTEGER NOT NULL DEFAULT 0,
  quotes  INTEGER NOT NULL DEFAULT 0,
  signers INTEGER NOT NULL DEFAULT 0,
  story   INTEGER,                    -- the article that began it; NULL while it stands alone
  roles   INTEGER NOT NULL DEFAULT 0, -- that any of its actors has, one bit each
  stamp   INTEGER NOT NULL DEFAULT 0, -- clock.changes when a column of the ledger was last written, see ledger.go
  rules   INTEGER NOT NULL DEFAULT 0, -- of the engine that briefed it; 0 = not yet
  lang    TEXT NOT NULL DEFAULT '',
  names   BLOB NOT NULL DEFAULT x''   -- numbers of its names, see postings.go
);
CREATE INDEX articles_sort    ON articles (sort DESC, tie, id DESC);
CREATE INDEX articles_story   ON articles (story) WHERE story IS NOT NULL;
CREATE INDEX articles_rules   ON articles (rules, sort);

-- What a list shows of an article, and what tells it from others.
CREATE TABLE heads (
  article   INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  ident     TEXT NOT NULL UNIQUE,     -- feeds.Article.ID
  url       TEXT NOT NULL DEFAULT '',
  key       TEXT NOT NULL DEFAULT '', -- what other forms of url share: clean.Key
  feed      INTEGER REFERENCES feeds (id), -- whose text it is
  title     TEXT NOT NULL,
  byline    TEXT NOT NULL DEFAULT '',
  published INTEGER,
  zone      INTEGER NOT NULL DEFAULT 0, -- that published was stated in, in seconds east of UTC
  day       INTEGER,                  -- midnight UTC of the printed day where published is unknown
  updated   INTEGER,
  date_text TEXT NOT NULL DEFAULT '',
  seen      INTEGER NOT NULL,
  origin    TEXT NOT NULL DEFAULT '', -- feeds.From
  teaser    INTEGER NOT NULL DEFAULT 0, -- the text is less than the whole article
  asked     INTEGER,                  -- when its page was asked for; it is by itself once only
  why       TEXT NOT NULL DEFAULT '', -- why the page gave no text, a sentence
  actors    TEXT NOT NULL DEFAULT '', -- the three most salient, one a line
  topics    TEXT NOT NULL DEFAULT '',
  hash      BLOB NOT NULL             -- of what the feed gave
);
CREATE INDEX heads_key ON heads (key) WHERE key <> '';
CREATE INDEX heads_seen ON heads (seen); -- keys need not grow with it: clocks go back, and what is salvaged comes late

-- The long parts of an article, compressed with Zstandard. Text and brief lie
-- apart: a brief is written behind its article, and anew by a newer engine.
CREATE TABLE bodies (
  article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  text    BLOB NOT NULL,
  extras  BLOB NOT NULL, -- record: blocks, categories (codec.go)
  sum     INTEGER NOT NULL -- of title and text: what a brief is of
);

CREATE TABLE briefs (
  article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  brief   BLOB NOT NULL -- record of a briefing.Brief
);

-- Which feeds carry an article: the read state is the article's, not the feed's.
CREATE TABLE carried (
  feed    INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (feed, article)
) WITHOUT ROWID;
CREATE INDEX carried_article ON carried (article);

-- How often the archive has changed, and how many articles were removed: by
-- these a program knows which rows it has yet to read.
CREATE TABLE clock (
  changes INTEGER NOT NULL,
  removed INTEGER NOT NULL
);
INSERT INTO clock VALUES (0, 0);

-- Which articles bear a name that the engine found, by blocks of keys, see postings.go.
CREATE TABLE postings (
  name  INTEGER NOT NULL REFERENCES names (id),
  block INTEGER NOT NULL,
  list  BLOB NOT NULL,
  PRIMARY KEY (name, block)
) WITHOUT ROWID;

-- The user's own tags.
CREATE TABLE tags (
  name    INTEGER NOT NULL REFERENCES names (id),
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (name, article)
) WITHOUT ROWID;
CREATE INDEX tags_article ON tags (article);

CREATE TABLE revisions (
  id      INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  until   INTEGER NOT NULL, -- when the next text was first seen
  title   TEXT NOT NULL,
  text    BLOB NOT NULL,
  origin  TEXT NOT NULL DEFAULT '', -- 'feed' or 'page' where the text gave way to the other one's; '' = the outlet changed it
  extras  BLOB                      -- where origin is not ''
);
CREATE INDEX revisions_article ON revisions (article);

CREATE TABLE notes (
  article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  body    TEXT NOT NULL,
  changed INTEGER NOT NULL
);

-- Passages that the user highlighted: the words as they stood, where they
-- began and what stood around them, so that they are found again in a changed text.
CREATE TABLE highlights (
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  start   INTEGER NOT NULL, -- byte offset in the text of that time
  words   TEXT NOT NULL,
  before  TEXT NOT NULL,
  after   TEXT NOT NULL,
  made    INTEGER NOT NULL,
  PRIMARY KEY (article, start, words)
) WITHOUT ROWID;

-- Notes that were written of articles, with what they quote: a quote that the
-- article no longer holds is said wherever the note or the article is shown.
CREATE TABLE exports (
  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  path    TEXT NOT NULL,    -- absolute
  made    INTEGER NOT NULL,
  quotes  TEXT NOT NULL,    -- JSON: letter for letter
  PRIMARY KEY (article, path)
) WITHOUT ROWID;

-- What the user removed stays away when its feed offers it again.
CREATE TABLE tombstones (
  ident   TEXT PRIMARY KEY,
  key     TEXT NOT NULL DEFAULT '', -- of its address: clean.Key
  removed INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX tombstones_key ON tombstones (key) WHERE key <> '';

CREATE TABLE journal (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  at     INTEGER NOT NULL,
  what   TEXT NOT NULL, -- for the status line
  change BLOB NOT NULL, -- JSON
  undone INTEGER NOT NULL DEFAULT 0
);

-- Full text. The table keeps no copy of the text (the words come from bodies,
-- which are compressed), only the index.
CREATE VIRTUAL TABLE search USING fts5 (
  title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- Editions as they were made: an edition is frozen, and made anew from here
-- whatever happened to its articles and feeds since.
CREATE TABLE editions (
  key  TEXT PRIMARY KEY, -- cut-off, beginning, query and watchlist
  made INTEGER NOT NULL,
  body BLOB NOT NULL     -- JSON, compressed with Zstandard
) WITHOUT ROWID;
