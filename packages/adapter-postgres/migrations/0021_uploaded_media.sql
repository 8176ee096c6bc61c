-- What a messenger calls the pictures it was given. A memory of what can be done again: nothing but time is lost with it.
create table uploaded_media (
  community text collate "C" not null,
  -- A digest of where it came from: addresses are longer than an index takes.
  source_digest bytea not null,
  source text not null,
  sha256 text collate "C" not null,
  name text not null,
  uploaded_at_ms bigint not null,
  primary key (community, source_digest)
);

-- The same picture from another place: where community = $1 and sha256 = $2 order by uploaded_at_ms desc limit 1.
create index uploaded_media_content on uploaded_media (community, sha256, uploaded_at_ms desc);
