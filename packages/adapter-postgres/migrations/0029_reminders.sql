-- Reminders to play that conversations asked for, by the clock of their time zone.
create table reminders (
  conversation text collate "C" primary key,
  partition smallint not null,
  zone text not null,
  reminders json not null,
  -- The first of them; null: there are none, and the zone alone is kept.
  next_at_ms bigint
);

-- Those that are due: where next_at_ms <= $1 order by next_at_ms.
create index reminders_due on reminders (next_at_ms) where next_at_ms is not null;
