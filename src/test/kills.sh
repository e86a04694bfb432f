#!/bin/sh
# Kills (SIGKILL) a large load again and again, at moments nobody chose: kills.sh [KILLS] [RECORDS] [SEED]
# Each next process goes on with what the one before left; what is loaded in the end must be what is loaded in one go.
# Prints how many kills there were, over how many loads, and in which steps; target/kills.log has all that was said.
set -eu

cd "$(dirname -- "$0")/../.."
mkdir -p target
if mvn -B test -Dtest=KillTest -Dsurefire.failIfNoSpecifiedTests=false "-Davance.kills=${1:-200}" \
  "-Davance.records=${2:-100000}" "-Davance.seed=${3:-$(date +%s)}" >target/kills.log 2>&1; then
  grep -a ' kills over ' target/kills.log
else
  grep -a -A 8 'kills over\|ERROR' target/kills.log | head -n 60
  exit 1
fi
