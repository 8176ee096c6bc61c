-- Conversations that stand still because one of their tasks made the code fail. Both tables are empty in good times.

create table parked (
  conversation text collate "C" primary key,
  partition smallint not null,
  -- Names the task that failed last.
  source text collate "C" not null,
  error text not null,
  -- The state it met, as the engine encodes it; both null where it could not be had.
  snapshot json,
  version bigint,
  failed_at_ms bigint not null,
  -- Since when the conversation stands, through all failures.
  since_ms bigint not null,
  -- How many tasks came when no more could be kept.
  dropped integer not null default 0,
  -- Null until an admin releases it.
  release text check (release in ('retry', 'skip')),
  check ((snapshot is null) = (version is null))
);

-- What the bot looks at every second while anything is parked.
create index parked_released on parked (conversation) where release is not null;

-- What waits, in order, the task that failed among it.
create table parked_tasks (
  conversation text collate "C" not null references parked,
  position bigint generated always as identity,
  source text collate "C" not null,
  task json not null,
  primary key (conversation, position),
  unique (conversation, source)
);
