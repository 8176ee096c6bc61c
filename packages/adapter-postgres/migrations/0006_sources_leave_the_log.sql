-- later
-- The log is kept for ever, and is no longer searched by source: `applied_sources` took its place in 0003.
drop trigger note_applied_sources on game_events;
drop function note_applied_sources();
drop index game_events_source;
