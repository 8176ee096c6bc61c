-- Games, what was said in them, and the questions to play.
--
-- JSON is kept as `json`, not `jsonb`: it comes back exactly as it was written (also a zero character, which `jsonb`
-- refuses), it is cheaper to write, and what is searched for has columns of its own.
-- Ids are compared byte by byte (collate "C"), so their order does not depend on the server's locale.

-- One narrow row per conversation: the fence, and the deadline of its running game.
create table conversations (
  conversation text collate "C" primary key,
  partition smallint not null,
  -- Grows by one with every commit; a commit of another version than the next is refused.
  version bigint not null,
  -- The ordinal of the newest game; 0: none was played yet.
  game integer not null,
  -- How many events the newest game has had.
  events integer not null,
  last_order bigint not null,
  last_seq bigint not null,
  updated_at_ms bigint not null,
  -- Both null: no game is running.
  deadline_timer text,
  deadline_at_ms bigint,
  check ((deadline_timer is null) = (deadline_at_ms is null))
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

-- Due timers, soonest first: where deadline_at_ms < $1 order by deadline_at_ms, conversation.
create index conversations_deadline on conversations (deadline_at_ms, conversation) where deadline_at_ms is not null;

-- The games as they are now. No column that changes while a game runs is indexed, so that its updates stay in the page.
create table games (
  conversation text collate "C" not null,
  game integer not null,
  -- idle: the conversation was never played in; its game is 0.
  status text not null check (status in ('idle', 'running', 'finished')),
  phase text not null,
  round integer not null,
  score_team integer not null,
  score_bot integer not null,
  version bigint not null,
  updated_at_ms bigint not null,
  -- The time of the last change, null while the game runs.
  finished_at_ms bigint,
  snapshot json not null,
  primary key (conversation, game)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);

-- One running game per conversation; also the list of running games.
create unique index games_running on games (conversation) where status = 'running';

-- Finished games, newest first: order by finished_at_ms desc, conversation, game.
create index games_finished on games (finished_at_ms desc, conversation, game) where finished_at_ms is not null;

-- What happened, in order, for ever.
create table game_events (
  conversation text collate "C" not null,
  game integer not null,
  -- From 1 in every game. The key serves the reading of one game's log.
  position integer not null,
  -- Null: follows from the event before it.
  source text collate "C",
  event json not null,
  primary key (conversation, game, position)
);

-- Which sources were applied: the deduplication of every commit.
create unique index game_events_source on game_events (source) where source is not null;

-- Messages that wait for the messenger. What it took is deleted; what it refused for good stays with the reason.
create table outbox (
  conversation text collate "C" not null,
  seq bigint not null,
  partition smallint not null,
  -- Under which the message can be amended later; null for an amendment.
  slot text collate "C",
  message json not null,
  dead_reason text,
  -- Serves the sweep: order by conversation, seq. Few rows are dead, so they need no index of their own.
  primary key (conversation, seq)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

-- What the messenger called the message that was last said under a slot; null if it never arrived.
create table said_slots (
  conversation text collate "C" not null,
  slot text collate "C" not null,
  seq bigint not null,
  external_id text,
  primary key (conversation, slot)
) with (fillfactor = 90);

-- Where questions come from.
create table packs (
  id bigint generated always as identity primary key,
  key text not null unique,
  title text not null
);

create table questions (
  id bigint generated always as identity primary key,
  -- Names a question of ours, so that it is brought in once; null for one that an editor wrote.
  key text unique,
  pack bigint references packs (id),
  text text not null,
  handout_text text,
  handout_image_url text,
  answer text not null,
  accepted text[] not null,
  rejected text[] not null,
  comment text,
  source text,
  author text,
  difficulty smallint not null check (difficulty between 1 and 5),
  themes text[] not null default '{}',
  published boolean not null,
  created_at_ms bigint not null,
  updated_at_ms bigint not null,
  -- The question's place on the ring from which a seed draws: the first 32 bits of md5 of the id.
  lot bigint not null generated always as (('x' || left(md5(id::text), 8))::bit(32)::bigint) stored
);

-- The draw: where published and lot >= $1 order by lot, id limit 1.
create index questions_lot on questions (lot, id) where published;

-- Which questions a conversation was asked, and when last. A question may be gone from the bank.
create table asked_questions (
  conversation text collate "C" not null,
  question bigint not null,
  -- The version of the commit, and the place in it.
  asked_version bigint not null,
  asked_place integer not null,
  primary key (conversation, question)
);

-- How far an inbox has read.
create table cursors (
  name text collate "C" primary key,
  value text not null
) with (fillfactor = 50);

-- When a role was last alive.
create table heartbeats (
  role text collate "C" primary key,
  at_ms bigint not null
) with (fillfactor = 50);
