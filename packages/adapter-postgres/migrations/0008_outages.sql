-- Outages that not every game has its time back from: nobody could play from since_ms to at_ms.
create table outages (
  role text collate "C" not null,
  since_ms bigint not null,
  at_ms bigint not null,
  primary key (role, at_ms)
);
