-- Questions that people propose to the bot in private, and what they think of those they were asked.

-- What a person is proposing, beside their game; a row is there for every private dialog. Written with the commit that it belongs to.
create table dialogs (
  conversation text collate "C" primary key,
  proposal json not null
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

alter table questions
  -- Too many dislike it: it is not asked until an editor has looked at it, and is not published meanwhile.
  add column if not exists rests boolean not null default false,
  -- The id of the player who proposed it, and the name then.
  add column if not exists proposed_by text collate "C",
  add column if not exists proposed_name text;

-- Proposed questions on their way through the bank: where their authors are to be told of it. A question may be gone.
create table proposals (
  question bigint primary key,
  conversation text collate "C" not null,
  -- What the messenger calls the picture that came with it.
  attachment text,
  proposed_at_ms bigint not null,
  -- What its author was told last.
  told text check (told in ('published', 'refused'))
);

-- What people think of a question: one voice a person.
create table question_votes (
  question bigint not null,
  player text collate "C" not null,
  -- Where they said so last.
  conversation text collate "C" not null,
  good boolean not null,
  at_ms bigint not null,
  -- An editor has looked at it since.
  seen boolean not null default false,
  primary key (question, player)
);
