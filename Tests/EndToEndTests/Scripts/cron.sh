#!/usr/bin/env bash
# A real cron starts the line that `talentflow install --cron` prints, on a copy of the sample, and the run works.
#
# usage: cron.sh PROGRAM      (root; Debian's cron is installed where it is missing)
#
# The crontab of the user is put back as it was. Ends with 0 where the run worked or cron cannot be had (a line says so).
set -euo pipefail

case "${1:-}" in "" | -h | --help) sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 0 ;; esac
program=$(realpath "$1")
root=$(realpath "$(dirname "$0")/../../..")

skip() { echo "SKIPPED: $1: cron.sh"; exit 0; }
[ "$(id -u)" = 0 ] || skip "only root can start cron"
command -v cron >/dev/null || (apt-get update && apt-get install -y cron) >/dev/null 2>&1 || skip "cron cannot be installed"

folder=$(mktemp -d)
# A name with what crontab and sh read otherwise.
project="$folder/人社局 100% 'a'"
before="$folder/crontab"
crontab -l >"$before" 2>/dev/null || rm -f "$before"
own=
clean() {
  if [ -e "$before" ]; then crontab "$before"; else crontab -r 2>/dev/null || true; fi
  if [ -n "$own" ]; then kill "$own" 2>/dev/null || true; fi
  rm -rf "$folder"
}
trap clean EXIT

mkdir "$project"
cp -r "$root/Pipelines" "$root/SampleData" "$project"
line=$("$program" install "$project/Pipelines/quarterly-bulletin.yaml" --cron --metrics "$project/night.prom" | grep -v '^#')
# The clock of the line would keep us waiting for up to a day: every minute instead.
command=$(echo "$line" | sed 's/^[0-9]* [0-9]* \* \* \* //')
printf '* * * * * env > %s/environment\n* * * * * %s\n' "$folder" "$command" | crontab -
cron -f & own=$!
sleep 1
# Where a cron runs already, ours has gone and that one does it.
kill -0 "$own" 2>/dev/null || own=

log="$project/.talentflow/run.log"
for _ in $(seq 90); do
  [ -e "$log" ] && break
  sleep 1
done
[ -e "$log" ] || { echo "FAILED: cron did not start the run"; exit 1; }
# Once is enough.
crontab -r
for _ in $(seq 900); do
  grep -q '"message":"运行结束"' "$log" && break
  sleep 1
done
echo "environment of cron: $(sort "$folder/environment" | tr '\n' ' ')"
tail -1 "$log"
grep '"message":"运行结束"' "$log" | head -1 | grep -q '"exit":0' || { echo "FAILED:"; cat "$log"; exit 1; }
grep -q '^talentflow_run_exit_code{pipeline="quarterly-bulletin"} 0$' "$project/night.prom"
"$program" verify "$project/Reports/bulletin/2026Q3"
echo "cron.sh: the run that cron started has published 2026Q3"
