-- breaking, later
-- The id of every conversation begins with its community from here on. A process that does not know it yet is refused:
-- an old one for good, one of this version until it has looked again.
lock table conversations, games, game_events, outbox, said_slots, asked_questions, parked, parked_tasks;
alter table parked_tasks drop constraint parked_tasks_conversation_fkey;

do $$
declare
  community constant text := (select id || ':' from communities where bare);
begin
  if community is not null then
    update conversations set conversation = community || conversation where position(':' in conversation) = 0;
    update games set conversation = community || conversation where position(':' in conversation) = 0;
    update game_events set conversation = community || conversation where position(':' in conversation) = 0;
    update outbox set conversation = community || conversation where position(':' in conversation) = 0;
    update said_slots set conversation = community || conversation where position(':' in conversation) = 0;
    update asked_questions set conversation = community || conversation where position(':' in conversation) = 0;
    update parked set conversation = community || conversation where position(':' in conversation) = 0;
    -- Inside of a string JSON escapes every quote, so only a member of that name is found.
    update parked_tasks set conversation = community || conversation, task = replace(
      task::text, '"conversation":"' || conversation || '"', '"conversation":"' || community || conversation || '"')::json
    where position(':' in conversation) = 0;
    -- Each community has a heart of its own.
    insert into heartbeats (role, at_ms)
    select 'bot/' || rtrim(community, ':'), at_ms from heartbeats where role = 'bot' on conflict do nothing;
    insert into outages (role, since_ms, at_ms)
    select 'bot/' || rtrim(community, ':'), since_ms, at_ms from outages where role = 'bot' on conflict do nothing;
  end if;
end $$;

update communities set bare = false;
alter table parked_tasks add constraint parked_tasks_conversation_fkey foreign key (conversation) references parked;
alter table conversations add constraint conversations_whole_id check (position(':' in conversation) > 0) not valid;
alter table parked add constraint parked_whole_id check (position(':' in conversation) > 0) not valid;
