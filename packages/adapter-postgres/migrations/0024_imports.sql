-- Files of questions are sent, looked at and brought in; packs tell who changed them; what a file told is written again as it came.

alter table packs
  -- Null: since it is there.
  add column changed_at_ms bigint,
  -- Null: a program did it.
  add column changed_by text;

-- What its file told of a question beside what is played: see `AsRead`. Null: it came from no file, or from one read before this.
alter table questions add column as_read json;

create table imports (
  id bigint generated always as identity primary key,
  -- What is wanted: see `ImportOrder`.
  ordered json not null,
  state text not null check (state in ('sent', 'reading', 'read', 'bringing', 'done', 'failed')),
  -- Of all its pieces together.
  bytes bigint not null default 0,
  -- Questions that it has come to.
  progress bigint not null default 0,
  -- What came of it, or what would come.
  report json,
  -- Why it failed.
  problem text,
  sent_at_ms bigint not null,
  -- Also the last breath of whoever reads it or brings it in.
  changed_at_ms bigint not null
);

-- The file of an import, in pieces that are read one after another.
create table import_pieces (
  import bigint not null,
  piece integer not null,
  bytes bytea not null,
  primary key (import, piece)
);
alter table import_pieces alter column bytes set storage external;
