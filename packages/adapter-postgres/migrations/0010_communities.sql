-- The communities the bot plays for. The id of each of their conversations begins with theirs.
create table communities (
  -- `vk:<number>`
  id text collate "C" primary key,
  -- Its conversations are stored without that beginning, as the version before did: until 0011 all are, see docs/adr/0021.
  bare boolean not null default false
);
create unique index communities_bare on communities (bare) where bare;

-- Whose the conversations are that the version before knew: where it listened; of several, where it did so last.
insert into communities (id, bare)
select 'vk:' || substr(name, length('vk-long-poll:') + 1), true
from cursors where name ~ '^vk-long-poll:[1-9][0-9]*$'
order by age(xmin) limit 1;
