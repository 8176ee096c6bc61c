-- What its people call a conversation; null: the messenger has not told. Version 0: it has, and nothing was played yet.
alter table conversations add column title text;
