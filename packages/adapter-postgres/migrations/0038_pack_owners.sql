-- The conversation a pack belongs to may be another one day: whether everybody may be asked its questions follows. See
-- `keep_question_state`, which decides that of each question that is written.
create function open_or_close_pack() returns trigger language plpgsql security definer set search_path from current as $$
begin
  update questions set published = published where pack = new.id;
  return null;
end $$;

create trigger open_or_close_pack after update of owner on packs
for each row when ((old.owner is null) <> (new.owner is null)) execute function open_or_close_pack();
