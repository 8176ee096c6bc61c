-- What admins want to happen to games, until whoever owns the conversation has done it.
create table admin_orders (
  id bigint primary key generated always as identity,
  conversation text collate "C" not null,
  partition smallint not null,
  game_order json not null,
  given_at_ms bigint not null
);
