#!/bin/sh
# Run once by the PostgreSQL container, when its database is new: the roles that are used instead of the superuser.
# What the bot and the admin API may do in the tables is given by `znatoki migrate --bot … --admin …`.
set -eu
psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  --set=owner="$POSTGRES_OWNER_PASSWORD" --set=bot="$POSTGRES_BOT_PASSWORD" --set=admin="$POSTGRES_ADMIN_PASSWORD" <<'SQL'
create role znatoki_owner login password :'owner';
create role znatoki_bot login password :'bot';
create role znatoki_admin login password :'admin';
-- It makes the tables that the bot looks after.
grant znatoki_bot to znatoki_owner;
alter database :"DBNAME" owner to znatoki_owner;
alter schema public owner to znatoki_owner;
revoke connect, temporary on database :"DBNAME" from public;
grant connect on database :"DBNAME" to znatoki_bot, znatoki_admin;
SQL
