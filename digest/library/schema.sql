-- One file. A page is what came in; a reading is one article as one page gave it; an article is the record made of
-- its readings, a person's edits and its themes. Blobs are zlib over JSON, or over the page's own bytes.

create table if not exists page (
  id integer primary key,
  digest blob not null unique,      -- blake2b-128 of the bytes
  name text not null,               -- the path as the user gave it
  file text not null,               -- its last part
  url text,
  data blob not null,
  blocks blob not null,             -- every line and what it was taken for
  media_type text,                  -- as the server or the enclosing file said
  accessed text                     -- the day it was fetched
) strict;
create index if not exists page_file on page (file);
create index if not exists page_url on page (url);

create table if not exists article (
  id integer primary key,
  key text not null unique,         -- the citation key, minted once
  version integer not null,
  record blob not null,
  edited text not null,             -- JSON: the fields a person set here, as against a sidecar
  first text,                       -- bounds of `issued`, for periods
  last text
) strict;
create index if not exists article_period on article (last, first);

create table if not exists reading (
  id integer primary key,
  article integer not null references article on delete cascade,
  page integer not null references page,
  line integer not null,            -- where it begins on the page
  record blob not null,             -- as extracted, with its sidecar, before merging and edits
  unique (page, line)
) strict;
create index if not exists reading_article on reading (article);

create table if not exists version (              -- the texts that a later state replaced
  article integer not null references article on delete cascade,
  number integer not null,
  record blob not null,
  primary key (article, number)
) strict, without rowid;

create table if not exists paragraph (            -- fingerprints of the current texts, to meet an article again
  print blob not null,
  article integer not null references article on delete cascade,
  words integer not null,
  primary key (print, article)
) strict, without rowid;
create index if not exists paragraph_article on paragraph (article);

create table if not exists shingle (              -- sampled runs of words of the current texts, to find who shares them
  run integer not null,
  article integer not null,         -- taken out by its text, so that no second index is needed
  primary key (run, article)
) strict, without rowid;

create table if not exists extent (               -- how many runs stand for a text, and how thinly it was sampled
  article integer primary key references article on delete cascade,
  rate integer not null,
  runs integer not null
) strict;

create table if not exists relation (             -- two records with text in common, or told apart by a person
  one integer not null references article on delete cascade,
  other integer not null references article on delete cascade,
  kind text not null,               -- copy, shares, apart
  mine real not null,               -- the share of `one` that stands in `other`
  theirs real not null,
  decided integer not null,         -- 1: a person said so
  primary key (one, other),
  check (one < other)
) strict, without rowid;
create index if not exists relation_other on relation (other);

create table if not exists address (              -- where a record stands on the web, tracking and the like left out
  identity text not null,
  article integer not null references article on delete cascade,
  primary key (identity, article)
) strict, without rowid;
create index if not exists address_article on address (article);

create table if not exists alias (                -- keys of records that were merged into another
  key text primary key,
  article integer not null references article on delete cascade,
  record blob not null              -- as it was, so that its paragraphs keep their numbers
) strict, without rowid;
create index if not exists alias_article on alias (article);

create table if not exists rereading (            -- versions that gave way to a better reader, not to the outlet
  article integer not null references article on delete cascade,
  number integer not null,
  primary key (article, number)
) strict, without rowid;

create table if not exists journal (              -- what the last commands changed, row by row, to be undone
  id integer primary key autoincrement,
  what text not null,
  keys text not null,               -- JSON
  made text not null,
  rows blob not null
) strict;

create table if not exists line (                 -- lines of texts that are furniture if they recur
  line integer not null,            -- hash of the outlet and the line
  article integer not null,         -- taken out by its text, as a shingle is
  primary key (line, article)
) strict, without rowid;

create table if not exists learned (              -- furniture of an outlet's pages, learned because it recurred
  outlet text not null,
  line text not null,               -- without case, marks and numbers
  text text not null,               -- as it was first met
  pages integer not null,           -- articles that had it
  struck integer not null default 0,  -- 1: a person said that it is text
  primary key (outlet, line)
) strict, without rowid;

create table if not exists spelling (             -- the names a record has, in all its forms of them
  article integer not null references article on delete cascade,
  text text not null,
  name text not null,               -- the fullest form there
  kind text not null,               -- person, body, place
  primary key (article, text, name)
) strict, without rowid;

create table if not exists decision (             -- the themes that a person gave a record or struck, by its `fixed`
  theme text not null,
  article integer not null references article on delete cascade,
  accepted integer not null,        -- 0: struck
  primary key (theme, article)
) strict, without rowid;
create index if not exists decision_article on decision (article);

create table if not exists learner (              -- what a person's decisions taught of a theme (library/deciding.py)
  theme text primary key,
  model text not null               -- JSON
) strict, without rowid;

create table if not exists retired (key text primary key) strict, without rowid;  -- keys of removed articles are not given again

create table if not exists feed (                 -- what a feed said when it was last asked (library/feeds.py)
  url text primary key,
  fetched text not null,            -- when, in UTC
  etag text,                        -- of the state whose entries are all taken
  last_modified text,
  entries integer not null,
  error text                        -- why nothing came; null where all is well
) strict, without rowid;

create table if not exists entry (                -- entries that were taken, or refused for a reason
  feed text not null,
  mark blob not null,               -- blake2b-128 of its id
  outcome text not null,
  tries integer not null,
  primary key (feed, mark)
) strict, without rowid;

create table if not exists mailbox (              -- how far each folder of mail was read (library/mail.py)
  name text primary key,            -- as config.yaml calls it
  validity integer not null,        -- the UIDVALIDITY under which the UID holds
  last integer not null
) strict, without rowid;

create table if not exists setting (name text primary key, value text not null) strict, without rowid;

create virtual table if not exists words using fts5 (title, body, author, outlet, section, theme, language, content = '', tokenize = 'unicode61 remove_diacritics 2');
