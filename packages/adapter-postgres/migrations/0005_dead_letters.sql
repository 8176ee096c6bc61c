-- When a message was decided on, and when it was given up. Null in what an earlier version wrote.
alter table outbox add column queued_at_ms bigint;
alter table outbox add column dead_at_ms bigint;

-- Dead letters, newest first. What waits and goes is not in it.
create index outbox_dead on outbox (coalesce(dead_at_ms, 0) desc, conversation, seq) where dead_reason is not null;
