-- Questions of the day that conversations asked for, by the clock of their reminders.
alter table reminders
  -- On which days and when; null: never.
  add column if not exists question json,
  -- The next of them.
  add column if not exists question_at_ms bigint;

-- Those that are due: where question_at_ms <= $1 order by question_at_ms.
create index reminders_question_due on reminders (question_at_ms) where question_at_ms is not null;

-- The question of the day a conversation was asked last, beside its game. Written with the commit that it belongs to.
create table daily_questions (
  conversation text collate "C" primary key,
  partition smallint not null,
  -- How many it was asked.
  number integer not null,
  -- When the answer is to be told; null: it was, or that it is time has been written down.
  closes_at_ms bigint,
  daily json not null
);

create index daily_questions_due on daily_questions (closes_at_ms) where closes_at_ms is not null;
