-- Questions have states, editors do not overwrite each other, and packs tell what may be done with them.
--
-- `published` stays what the draw of the version before reads: everybody may be asked the question now. That version writes
-- it alone, so what follows from it is kept by the server: see `keep_question_state`.

alter table packs
  -- Whether the questions may be played for money: yes, no, or nobody knows.
  add column commercial text not null default 'unknown' check (commercial in ('yes', 'no', 'unknown')),
  -- The licence forbids changes: what is accepted beside the author's answers is kept apart.
  add column fixed boolean not null default false,
  -- What the licence wants to be shown with every answer; null: nothing.
  add column credit text,
  -- The only conversation that may be asked the questions; null: all may. Never changes.
  add column owner text collate "C",
  add column version integer not null default 1;

update packs set licence = 'MIT', commercial = 'yes' where key = 'own-1';

-- The packs a conversation may choose: where owner = $1, beside those of nobody.
create index packs_owner on packs (owner) where owner is not null;

alter table questions
  add column state text default 'published' check (state in ('draft', 'review', 'published', 'retired')),
  -- Null: since it is there.
  add column stated_at_ms bigint,
  -- Null: a program did it.
  add column stated_by text,
  add column stated_note text,
  -- What is right and wrong beside what the author of a fixed pack wrote.
  add column more_accepted text[] not null default '{}',
  add column more_rejected text[] not null default '{}',
  add column version integer not null default 1;

update questions set state = case when key like 'own-%' then 'retired' else 'draft' end where not published and not rests;
-- Who names no state has it follow from `published`.
alter table questions alter column state drop default, alter column state set not null;

-- What a question was before what it is: until `version` it had this state.
create table question_states (
  question bigint not null,
  version integer not null,
  state text not null,
  at_ms bigint not null,
  by text,
  note text,
  primary key (question, version)
);

create function keep_question_state() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    new.state := coalesce(new.state, case when new.published then 'published' else 'draft' end);
  else
    new.version := old.version + 1;
    if new.published <> old.published and new.state = old.state and new.rests = old.rests then
      new.state := case when new.published then 'published' else 'retired' end;
      new.rests := false;
      new.stated_at_ms := new.updated_at_ms;
      new.stated_by := null;
      new.stated_note := null;
    end if;
    if new.state <> old.state then
      insert into question_states (question, version, state, at_ms, by, note) values (
        old.id, old.version, old.state, coalesce(old.stated_at_ms, old.created_at_ms), old.stated_by, old.stated_note);
    end if;
  end if;
  new.published := new.state = 'published' and not new.rests
    and not exists (select from packs where id = new.pack and owner is not null);
  return new;
end $$;

create trigger keep_question_state
before insert or update of
  pack, text, handout_text, handout_image_url, answer, accepted, rejected, comment, source, author, difficulty, themes,
  published, state, stated_at_ms, rests, more_accepted, more_rejected
on questions for each row execute function keep_question_state();

-- Where a conversation that has chosen looks for questions: each lies on a ring of its own, as all lie on theirs.
create table question_shelves (
  -- `*` all that everybody may be asked, `t<theme>` those of a theme, `p<pack>` and `p<pack> t<theme>` those of a pack.
  shelf text collate "C" not null,
  difficulty smallint not null,
  lot bigint not null,
  question bigint not null,
  -- The draw: where shelf = $1 and difficulty = $2 and lot >= $3 order by lot, question limit 1.
  primary key (shelf, difficulty, lot, question)
);

create function shelves_of(pack bigint, everybodys boolean, themes text[]) returns setof text language sql immutable as $$
  with theme as (select distinct t from unnest(themes) t where char_length(t) <= 200)
  select '*' where everybodys
  union all select 't' || t from theme where everybodys
  union all select 'p' || pack where pack is not null
  union all select 'p' || pack || ' t' || t from theme where pack is not null
$$;

create function shelve_new_questions() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into question_shelves (shelf, difficulty, lot, question)
  select place, difficulty, lot, id
  from new_rows, shelves_of(pack, published, themes) as its(place) where state = 'published' and not rests;
  return null;
end $$;

create function shelve_changed_questions() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from question_shelves s
  using old_rows o join new_rows n using (id), shelves_of(o.pack, o.published, o.themes) as its(place)
  where o.state = 'published' and not o.rests
    and (o.pack, o.published, o.themes, o.difficulty, o.state, o.rests)
      is distinct from (n.pack, n.published, n.themes, n.difficulty, n.state, n.rests)
    and s.shelf = place and s.difficulty = o.difficulty and s.lot = o.lot and s.question = o.id;
  insert into question_shelves (shelf, difficulty, lot, question)
  select place, n.difficulty, n.lot, n.id
  from new_rows n, shelves_of(n.pack, n.published, n.themes) as its(place) where n.state = 'published' and not n.rests
  on conflict do nothing;
  return null;
end $$;

create function unshelve_questions() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from question_shelves s
  using old_rows o, shelves_of(o.pack, o.published, o.themes) as its(place)
  where s.shelf = place and s.difficulty = o.difficulty and s.lot = o.lot and s.question = o.id;
  return null;
end $$;

create trigger shelve_new_questions after insert on questions
referencing new table as new_rows for each statement execute function shelve_new_questions();
create trigger shelve_changed_questions after update on questions
referencing old table as old_rows new table as new_rows for each statement execute function shelve_changed_questions();
create trigger unshelve_questions after delete on questions
referencing old table as old_rows for each statement execute function unshelve_questions();

insert into question_shelves (shelf, difficulty, lot, question)
select place, difficulty, lot, id
from questions, shelves_of(pack, published, themes) as its(place) where state = 'published' and not rests;

-- The catalogue: where pack = $1 and id > $2 order by id.
create index questions_pack_id on questions (pack, id) where pack is not null;
-- What editors have to do: where state = $1 and id > $2 order by id.
create index questions_state_id on questions (state, id) where state in ('draft', 'review');
-- What rests: where rests and id > $1 order by id.
create index questions_resting on questions (id) where rests;

-- Answers that people ruled right, to be looked at before they count for everybody.
create table variant_proposals (
  id bigint generated always as identity primary key,
  question bigint not null,
  answer text not null,
  -- `<conversation>-<game>`
  game text collate "C" not null,
  proposed_at_ms bigint not null,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'refused')),
  settled_at_ms bigint,
  settled_by text
);

-- An answer is proposed once for a question, whoever gives it.
create unique index variant_proposals_answer on variant_proposals (question, md5(lower(answer collate "und-x-icu")));
-- The queue: where state = $1 and id > $2 order by id.
create index variant_proposals_state on variant_proposals (state, id);

-- Pictures that came with packs, made small and clean. A question names one by `picture:<sha256>`.
create table pictures (
  sha256 bytea primary key,
  type text not null,
  width integer not null,
  height integer not null,
  bytes bytea not null,
  stored_at_ms bigint not null
);
alter table pictures alter column bytes set storage external;
