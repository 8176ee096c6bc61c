-- By what admins come in beside their passwords: public keys, which let nobody in by themselves.
create table admin_passkeys (
  -- As its device names it, in base64url.
  id text collate "C" primary key,
  admin bigint not null references admins on delete cascade,
  name text not null,
  public_key text not null,
  counter bigint not null,
  created_at_ms bigint not null,
  used_at_ms bigint
);

-- The passkeys of one admin: where admin = $1.
create index admin_passkeys_admin on admin_passkeys (admin);
