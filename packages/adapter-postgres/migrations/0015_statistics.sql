-- What was played, counted. A game is counted after it is over, by whoever runs: see docs/adr/0025. All of it can be counted
-- anew from the games, so none of it is looked at by the rules.

-- Games that are over and not counted as they are. Rows are only added, so that no commit waits for who counts.
create table uncounted_games (
  place bigint not null generated always as identity primary key,
  conversation text collate "C" not null,
  game integer not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

-- Every commit that leaves a game over goes through here, also one of the version before, whose role may not write to the
-- table: hence with the rights of the owner.
create function remember_uncounted_game() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.uncounted_games (conversation, game) values (new.conversation, new.game);
  return null;
end $$;

create trigger games_uncounted after insert or update on games
  for each row when (new.status = 'finished') execute function remember_uncounted_game();

insert into uncounted_games (conversation, game)
select conversation, game from games where status = 'finished' order by conversation, game;

-- What each game was counted for; what is to be taken back when a ruling changes it. The key serves the last games of a
-- conversation: where conversation = $1 order by game desc.
create table counted_games (
  conversation text collate "C" not null,
  game integer not null,
  finished_at_ms bigint not null,
  outcome text not null check (outcome in ('won', 'lost', 'drawn', 'broken off')),
  counted json not null,
  primary key (conversation, game)
);

-- People by what they did: in one conversation or, as '*', in all; in one season or, as 0, ever.
create table player_statistics (
  scope text collate "C" not null,
  season integer not null,
  player text collate "C" not null,
  -- As they were called in the game that ended last.
  name text not null,
  named_at_ms bigint not null,
  games integer not null,
  wins integer not null,
  answered integer not null,
  right_answers integer not null,
  right_ms bigint not null,
  best integer not null,
  primary key (scope, season, player)
);

-- The best: where scope = $1 and season = $2 and answered > 0 order by right_answers desc, best desc, right_ms, player.
create index player_statistics_best on player_statistics (scope, season, right_answers desc, best desc, right_ms, player)
  where answered > 0;

-- Who played with whom; both ways.
create table mate_statistics (
  conversation text collate "C" not null,
  player text collate "C" not null,
  mate text collate "C" not null,
  games integer not null,
  wins integer not null,
  primary key (conversation, player, mate)
);

-- Conversations, in one season or, as 0, ever. A row of all time also tells of games won in a row.
create table conversation_statistics (
  conversation text collate "C" not null,
  season integer not null,
  games integer not null,
  wins integer not null,
  streak integer not null default 0,
  best_streak integer not null default 0,
  primary key (conversation, season)
);

-- The best: where season = 0 order by wins desc, conversation.
create index conversation_statistics_best on conversation_statistics (wins desc, conversation) where season = 0;

create table question_statistics (
  -- A question may be gone from the bank.
  question text collate "C" primary key,
  asked integer not null,
  right_answers integer not null,
  disputed integer not null,
  appeals integer not null,
  overturned integer not null
);
