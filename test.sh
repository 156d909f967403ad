#!/usr/bin/env bash
# Installs what the tests need, builds, runs every suite, and ends with one line: "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en NO_COLOR=1
results="$PWD/TestResults"
rm -rf "$results" && mkdir -p "$results"

passed=0 failed=0
stop() { echo "$*" >&2; echo "$passed passed, $((failed + 1)) failed"; exit 1; }
step() { printf '== %s\n' "$*"; }

# --- what the machine must have -------------------------------------------------------------------------------------
step "Checking tools"
dotnet --version 2>/dev/null | grep -q '^10\.' || stop "missing: .NET SDK 10 (https://dotnet.microsoft.com/download)"
node=$(node --version 2>/dev/null) || stop "missing: Node.js 20 or later"
[ "$(cut -d. -f1 <<<"${node#v}")" -ge 20 ] || stop "Node.js 20 or later is needed, this is $node"
command -v npm >/dev/null || stop "missing: npm"

find_chromium() { CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)} && export CHROMIUM; }
# A font that has Vietnamese letters, or pictures and widths are not what citizens see.
has_font() { command -v fc-list >/dev/null && [ -n "$(fc-list ':charset=1ea5 1ee3 111' family)" ]; }
has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }
missing=()
find_chromium || missing+=(chromium)
has_font || missing+=(fontconfig fonts-noto-core)
has_postgres || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || stop "missing: ${missing[*]} (for example: sudo apt-get install ${missing[*]})"
  step "Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  # The tests run a server of their own: the package need not make a database and start it with the machine.
  has_postgres || grep -qs '^create_main_cluster' /etc/postgresql-common/createcluster.conf ||
    { mkdir -p /etc/postgresql-common && echo "create_main_cluster = false" >>/etc/postgresql-common/createcluster.conf; }
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$results/apt.log" 2>&1 </dev/null ||
    { tail -n 20 "$results/apt.log" >&2; stop "could not install ${missing[*]}"; }
  find_chromium && has_font && has_postgres || stop "still missing after the installation: ${missing[*]}"
fi

step "Installing the npm clients"
npm ci --prefix tests/Web --ignore-scripts --no-audit --no-fund --loglevel=error >"$results/npm.log" 2>&1 </dev/null ||
  { tail -n 20 "$results/npm.log" >&2; stop "npm ci failed in tests/Web"; }

step "Building"
dotnet build Bot.sln -c Release -v quiet -nologo >"$results/build.log" 2>&1 </dev/null ||
  { grep -E 'error' "$results/build.log" | sort -u | head -n 20 >&2; stop "the build failed"; }

# --- the suites -----------------------------------------------------------------------------------------------------
# count NAME PASSED FAILED: adds a suite; one that ran nothing has failed.
count() {
  printf '   %s: %s passed, %s failed\n' "$1" "$2" "$3"
  passed=$((passed + $2)) failed=$((failed + $3))
  if [ "$2" -eq 0 ] && [ "$3" -eq 0 ]; then echo "   $1 ran no test" >&2; failed=$((failed + 1)); fi
}

# What a trx file says in <Counters passed="…" failed="…">.
counter() { grep -o '<Counters [^>]*' "$2" 2>/dev/null | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | tail -n 1; }

dotnet_suite() {
  local name=$1 trx="$results/$1.trx" log="$results/$1.log" exit=0
  step "$name"
  dotnet test "tests/$name" -c Release --no-build -nologo --logger "trx;LogFileName=$trx" >"$log" 2>&1 </dev/null || exit=$?
  local good bad
  good=$(counter passed "$trx") bad=$(( $(counter failed "$trx" || true) + $(counter error "$trx" || true) + 0 ))
  # A run that broke off counts as a failure, even when every test that it came to had passed.
  [ "$exit" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
  [ "$exit" -ne 0 ] && grep -vE '^\s*$|Passed!' "$log" | tail -n 60
  count "$name" "${good:-0}" "$bad"
}

node_suite() {
  local name=$1 log="$results/$1.log" exit=0
  step "$name"
  # One file after the other: each starts servers, and a browser.
  (cd tests/Web && node --test --test-concurrency=1 --test-reporter=spec --test-reporter-destination=stdout --test-reporter=tap --test-reporter-destination="$results/$name.tap" ./*.test.mjs) >"$log" 2>&1 </dev/null || exit=$?
  local good bad
  good=$(sed -n 's/^# pass \([0-9]*\)$/\1/p' "$results/$name.tap" 2>/dev/null | tail -n 1)
  bad=$(( $(sed -n 's/^# fail \([0-9]*\)$/\1/p' "$results/$name.tap" 2>/dev/null | tail -n 1) + $(sed -n 's/^# cancelled \([0-9]*\)$/\1/p' "$results/$name.tap" 2>/dev/null | tail -n 1) + 0 ))
  [ "$exit" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
  [ "$exit" -ne 0 ] && sed -n '/failing tests:/,$p' "$log" | cut -c1-300 | head -n 120
  grep -E '^ℹ /|^ℹ (with|reload)' "$log" | sed 's/^ℹ/  /'
  count "$name" "${good:-0}" "$bad"
}

dotnet_suite Knowledge.Tests
dotnet_suite StandIns.Tests
dotnet_suite Bot.Tests
node_suite Web

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
