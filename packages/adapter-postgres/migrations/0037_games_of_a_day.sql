-- The games that ended on one day: where finished_at_ms between $1 and $2. A game itself ends anew when a ruling changes it.
create index counted_games_finished on counted_games (finished_at_ms);
