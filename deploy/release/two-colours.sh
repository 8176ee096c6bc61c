#!/bin/sh
# Puts a version in the place of the one that runs, beside it first, on the same database and broker: the new one starts, and only
# when all of it is ready is it shown to the world and the old one stopped. What does not become ready is taken away again; what
# ceases to be while it is watched gives way to the version before.
#
#   two-colours.sh <driver> <version>
#
# The driver is a program that does, with these words: `current` prints the colour that the world sees and its version, or nothing;
# `migrate <version>`, `up <colour> <version>`, `ready <colour>`, `switch <colour> <version>`, `down <colour>`.
set -eu

driver=$1
version=$2
patience=${DEPLOY_PATIENCE:-120}
watch=${DEPLOY_WATCH:-30}

say() { echo "deploy: $*"; }

# Ready within so many seconds.
becomes_ready() {
  left=$patience
  until "$driver" ready "$1"; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep 1
  done
}

# Never unready three seconds in a row: a hand-over is heard after a moment.
stays_ready() {
  left=$watch bad=0
  while [ "$left" -gt 0 ]; do
    if "$driver" ready "$1"; then bad=0; else bad=$((bad + 1)); fi
    [ "$bad" -lt 3 ] || return 1
    left=$((left - 1))
    sleep 1
  done
}

current=$("$driver" current)
old=${current%% *}
old_version=${current#* }
case $old in
  blue) new=green ;;
  *) new=blue ;;
esac

say "$version as $new, beside ${current:-nothing}"
"$driver" migrate "$version"
if ! { "$driver" up "$new" "$version" && becomes_ready "$new"; }; then
  say "$version does not become ready, and is taken away; ${current:-nothing} goes on"
  "$driver" down "$new"
  exit 1
fi

"$driver" switch "$new" "$version"
[ -z "$old" ] || "$driver" down "$old"
if stays_ready "$new"; then
  say "$version is there"
  exit 0
fi

if [ -z "$old" ]; then
  say "$version is not ready any more, and there is nothing to go back to"
  exit 1
fi
say "$version is not ready any more: back to $old_version"
if ! { "$driver" up "$old" "$old_version" && becomes_ready "$old"; }; then
  say "$old_version does not become ready either: both run, and somebody has to look"
  exit 2
fi
"$driver" switch "$old" "$old_version"
"$driver" down "$new"
exit 1
