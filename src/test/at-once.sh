#!/bin/sh
# Two processes start, and then restart, the same delivery at once: at-once.sh [TRIES]
# Each try must end in one execution. target/at-once.log has all that was said.
set -eu

cd "$(dirname -- "$0")/../.."
mkdir -p target
if mvn -B test -Dtest=TwoProcessesTest -Dsurefire.failIfNoSpecifiedTests=false "-Davance.tries=${1:-100}" >target/at-once.log 2>&1; then
  grep -a 'Tests run' target/at-once.log | tail -n 1
else
  grep -a -A 8 'ERROR' target/at-once.log | head -n 60
  exit 1
fi
