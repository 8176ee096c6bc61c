-- Two of five snapshots are over 2 kB and are compressed with every commit; lz4 takes a fraction of the time of pglz.
-- What is stored stays as it is until it is written again. A server that was built without lz4 goes on with pglz.
do $$
begin
  alter table games alter column snapshot set compression lz4;
exception when feature_not_supported then
  raise notice 'this server has no lz4';
end $$;
