-- Packs that are brought in from files: what has to be told with their questions, and by what copies are found.
alter table packs
  add column licence text,
  add column url text,
  add column editors text,
  add column played text,
  add column info text;

-- Marks that questions which are alike share: see `marksOf` of the package `questions`. A question may be gone from the
-- bank; to look for each on the way in would take longer than all the rest.
create table question_marks (
  question bigint not null,
  mark bigint not null,
  primary key (question, mark)
);

-- Who has a mark: where mark = $1.
create index question_marks_mark on question_marks (mark, question);

-- The questions of a pack: where pack = $1.
create index questions_pack on questions (pack) where pack is not null;
