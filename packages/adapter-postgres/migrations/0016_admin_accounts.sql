-- Who may use the admin API, who is signed in, and what they did.
create table admins (
  id bigint primary key generated always as identity,
  name text collate "C" not null unique,
  role text not null check (role in ('viewer', 'editor', 'owner')),
  -- A PHC text; null: comes in by a link only.
  password_hash text,
  disabled boolean not null default false,
  created_at_ms bigint not null,
  changed_at_ms bigint not null
);

create table admin_sessions (
  -- SHA-256 of the token, in hex: whoever reads the table cannot sign in by it.
  hash text collate "C" primary key,
  admin bigint not null references admins on delete cascade,
  created_at_ms bigint not null,
  seen_at_ms bigint not null,
  idle_until_ms bigint not null,
  absolute_until_ms bigint not null,
  address text not null,
  agent text not null
);

-- The sessions of one admin: where admin = $1.
create index admin_sessions_admin on admin_sessions (admin);
-- What is over: where absolute_until_ms < $1, where idle_until_ms < $1.
create index admin_sessions_absolute on admin_sessions (absolute_until_ms);
create index admin_sessions_idle on admin_sessions (idle_until_ms);

create table admin_tokens (
  id text collate "C" primary key,
  name text not null,
  role text not null check (role in ('viewer', 'editor', 'owner')),
  -- SHA-256 of the whole token, in hex.
  hash text not null,
  made_by text not null,
  created_at_ms bigint not null,
  expires_at_ms bigint,
  used_at_ms bigint,
  revoked_at_ms bigint
);

-- Of type json, for it keeps the text as it was hashed.
create table audit_log (
  place bigint primary key,
  entry json not null,
  hash text not null
);

-- How far the log goes: one row, which everybody who appends waits for.
create table audit_head (
  one boolean primary key default true check (one),
  place bigint not null,
  hash text not null
);
insert into audit_head (place, hash) values (0, repeat('0', 64));

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only added to';
end $$;

create trigger audit_log_stays before update or delete on audit_log for each row execute function refuse_change();

-- Requests that were answered, by the key of whoever sent them.
create table idempotency_keys (
  who text collate "C" not null,
  key text collate "C" not null,
  request text not null,
  begun_at_ms bigint not null,
  -- Null: under way, or its process ended.
  status integer,
  body text,
  headers json,
  primary key (who, key)
);

-- What counts no more: where begun_at_ms < $1.
create index idempotency_keys_begun on idempotency_keys (begun_at_ms);
