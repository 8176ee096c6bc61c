-- Events that a messenger has handed over by itself (VK's Callback API) and that are not played yet. An event is here for
-- milliseconds as a rule; it is here at all so that the messenger can be told that it is safe before it is played.
create table received_events (
  community text collate "C" not null,
  -- The messenger's name of the event.
  id text collate "C" not null,
  place bigint not null generated always as identity,
  -- As it came.
  body text not null,
  received_at_ms bigint not null,
  primary key (community, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

-- What waits, in the order in which it came: where community = $1 and place > $2 order by place.
create index received_events_waiting on received_events (community, place);
