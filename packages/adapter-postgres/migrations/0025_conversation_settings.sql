-- What admins settled for a conversation.
create table conversation_settings (
  conversation text collate "C" primary key,
  partition smallint not null,
  -- Grows with every change.
  revision integer not null,
  -- What the next game begins with; null: nothing was settled. `settings_revision`: since which change.
  settings json,
  settings_revision integer not null,
  muted boolean not null,
  changed_at_ms bigint not null,
  -- The last change that the owner of the conversation goes by.
  noticed integer not null
);

-- Where partition = any($1) and something is to be noticed.
create index conversation_settings_unnoticed on conversation_settings (partition) where noticed < revision;
