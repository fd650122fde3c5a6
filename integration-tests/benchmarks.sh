#!/usr/bin/env bash
# Prints the table of budgets, or JMH's figures for one event of each kind: benchmarks.sh [table | jmh] [--key=value ...]
# After mvn -q -DskipTests package. A quiet machine tells more: the load stands beside the figures.
set -euo pipefail
module=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
libraries=$module/target/benchmarks.classpath
[ -f "$libraries" ] || { echo "benchmarks.sh: run mvn -q -DskipTests package first" >&2; exit 2; }
java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
exec "$java" -cp "$module/target/test-classes" \
  -Dtapedeck.module="$module" -Dtapedeck.jmh="$(cat "$libraries")" dev.tapedeck.benchmarks.Main "$@"
