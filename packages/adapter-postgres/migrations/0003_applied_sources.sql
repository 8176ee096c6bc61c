-- Which sources were applied lately: the deduplication of every commit, in spans of days that are dropped when they are old.
--
-- See docs/adr/0014. Until 0006 takes the old index away, processes of the version before may run beside: they look
-- into the log, where their index still serves them, and what they apply is noted here by the trigger.
create table applied_sources (
  -- md5 of the source: a third of its length, and nobody reads it.
  source uuid not null,
  -- Of the commit, by the clock of this server: see source_span.
  span date not null,
  primary key (source, span)
) partition by range (span);

-- Three days have one span, named by the first of them. Few spans, for each is searched by every commit.
create function source_span(at timestamptz) returns date language sql stable as $$
  select date '2000-01-01' + ((at at time zone 'UTC')::date - date '2000-01-01') / 3 * 3
$$;

-- Holds what comes in a span that has no partition, because nobody made it in time.
create table applied_sources_default partition of applied_sources default;

-- The first spans; later ones are made by the running program.
do $$
declare
  first constant date := source_span(now());
begin
  for i in 0..1 loop
    execute format(
      'create table %I partition of applied_sources for values from (%L) to (%L)',
      'applied_sources_' || to_char(first + 3 * i, 'YYYYMMDD'), first + 3 * i, first + 3 * i + 3);
  end loop;
end $$;

create function note_applied_sources() returns trigger language plpgsql as $$
begin
  insert into applied_sources (source, span)
  select md5(source)::uuid, source_span(now()) from added where source is not null
  on conflict do nothing;
  return null;
end $$;

-- From here on commits of other processes wait until this migration is over.
create trigger note_applied_sources after insert on game_events
  referencing new table as added for each statement execute function note_applied_sources();

-- What may come again was applied to a game that moved in the last days.
insert into applied_sources (source, span)
select md5(e.source)::uuid, source_span(now())
from games g join game_events e on e.conversation = g.conversation and e.game = g.game
where g.updated_at_ms > (extract(epoch from now()) - 3 * 86400) * 1000 and e.source is not null;
