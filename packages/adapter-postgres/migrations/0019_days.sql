-- All games by the day on which they ended, counted from the beginning of 1970 by Moscow time; the key serves the last days.
create table day_statistics (
  day integer primary key,
  games integer not null,
  wins integer not null,
  rounds integer not null,
  right_answers integer not null
);

-- What was counted before there were days.
insert into day_statistics (day, games, wins, rounds, right_answers)
select (finished_at_ms + 10800000) / 86400000, count(*), count(*) filter (where outcome = 'won'),
  sum((counted -> 'score' ->> 'team')::integer + (counted -> 'score' ->> 'bot')::integer),
  sum((counted -> 'score' ->> 'team')::integer)
from counted_games group by 1;
