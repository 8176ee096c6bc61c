#!/bin/sh
# The driver of two-colours.sh for containers: a colour is a project of compose, and nginx before both shows one of them. nginx has a
# site that ends in TLS and says `include /etc/znatoki/shown.conf;` in its location; whoever runs this may write that file and
# reload nginx.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
state=${DEPLOY_STATE:-/var/lib/znatoki}
shown=${DEPLOY_SHOWN:-/etc/znatoki/shown.conf}
reload=${DEPLOY_RELOAD:-nginx -s reload}

port_of() { case $1 in blue) echo 8490 ;; green) echo 8491 ;; *) echo "no colour: $1" >&2; exit 64 ;; esac; }

compose() {
  colour=$1 image=$2
  shift 2
  COLOUR=$colour IMAGE=$image CALLBACK_PORT=$(port_of "$colour") docker compose --file "$here/compose.colour.yml" "$@"
}

# Whole or not at all, however it ends.
write() { cat > "$1.new" && mv "$1.new" "$1"; }

case $1 in
  current) cat "$state/current" 2> /dev/null || true ;;
  # By the role that owns the tables; what the version before cannot bear comes a version later.
  migrate)
    docker run --rm --read-only --network znatoki --volume /etc/znatoki/secrets:/secrets:ro \
      --env DATABASE_URL_FILE=/secrets/owner_database_url "$2" migrate --bot znatoki_bot --admin znatoki_admin
    ;;
  up)
    echo "$3" | write "$state/$2"
    compose "$2" "$3" pull --quiet
    compose "$2" "$3" up --detach
    ;;
  ready)
    image=$(cat "$state/$2")
    all=$(compose "$2" "$image" ps --all --quiet)
    [ -n "$all" ]
    # shellcheck disable=SC2086 # one word for each container
    [ "$(docker inspect --format '{{.State.Health.Status}}' $all | sort -u)" = healthy ]
    ;;
  switch)
    echo "proxy_pass http://127.0.0.1:$(port_of "$2");" | write "$shown"
    $reload
    echo "$2 $3" | write "$state/current"
    ;;
  down) compose "$2" "$(cat "$state/$2")" down ;;
  *) echo "two-colours.sh does not say «$1»" >&2; exit 64 ;;
esac
