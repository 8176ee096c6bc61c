-- How often the rights of an admin were changed: of two owners who change them, the second has to have seen what the first did.
alter table admins add column version integer not null default 1;
