#!/bin/sh
# Fuzzes a part of Avance with Jazzer, guided by coverage: fuzz.sh csv|number|feed|sheet|zip [SECONDS]
# An input that breaks a rule is kept as target/fuzz/NAME-crash-…; put it into src/test/resources/fuzz/NAME
# and the suite replays it. What the fuzzer learned stays in target/fuzz/NAME and is built on next time.
set -eu

cd "$(dirname -- "$0")/../.."
name=${1:-}
seconds=${2:-600}
case $name in
  csv) target=org.avance.extract.csv.CsvFuzz ;;
  number) target=org.avance.feed.number.NumberFuzz ;;
  feed) target=org.avance.feed.FeedFuzz ;;
  sheet) target=org.avance.extract.sheettext.SheetFuzz ;;
  zip) target=org.avance.extract.container.ZipFuzz ;;
  *) echo "fuzz.sh: expected csv, number, feed, sheet or zip, and a number of seconds; found: ${*:-nothing}" >&2 && exit 2 ;;
esac

mvn -q -B -Pfuzz test-compile dependency:copy-dependencies -DincludeScope=test -DoutputDirectory=target/fuzz/lib
mkdir -p "target/fuzz/$name"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx256m -XX:+UseSerialGC -cp 'target/classes:target/test-classes:target/fuzz/lib/*' \
  com.code_intelligence.jazzer.Jazzer "--target_class=$target" \
  '--instrumentation_includes=org.avance.**:org.apache.commons.csv.**:org.apache.commons.compress.**' '--custom_hook_includes=org.avance.**' \
  "-max_total_time=$seconds" -timeout=10 -rss_limit_mb=0 -print_final_stats=1 \
  "-artifact_prefix=target/fuzz/$name-" "target/fuzz/$name" "src/test/resources/fuzz/$name"
