-- The list of packs: where key collate "C" > $1 order by key collate "C" limit $2. The unique index is by the language of the server.
create index packs_key_c on packs (key collate "C");
