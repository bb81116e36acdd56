# Sourced by the scripts beside it: where the house stands, how they speak, and what they all need.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

# One configuration for everything, so that running and testing share what was built.
configuration=Debug

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# need TOOL HOW-TO-GET-IT: collects what is missing, so that a person hears of all of it at once.
missing=()
need() { command -v "$1" >/dev/null 2>&1 || missing+=("  $1: $2"); }

need_dotnet() {
  local wanted
  wanted=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$root/global.json")
  if ! command -v dotnet >/dev/null 2>&1; then
    missing+=("  dotnet: the .NET SDK $wanted or a later 10.0, from https://dot.net/download")
  # In the house's own folder dotnet obeys global.json, and says no when nothing installed will do.
  elif ! (cd "$root" && dotnet --version >/dev/null 2>&1); then
    missing+=("  dotnet: global.json asks for SDK $wanted or a later 10.0; installed is: $(cd / && dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' ')(https://dot.net/download)")
  fi
}

stop_if_missing() {
  [ ${#missing[@]} -eq 0 ] && return
  say "Missing on this machine:" >&2
  printf '%s\n' "${missing[@]}" >&2
  exit 1
}

# Debian keeps the programs of PostgreSQL off the path, a folder for each version; the newest is taken.
postgres_bin() {
  local found=${POSTGRES_BIN:-}
  [ -n "$found" ] || found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [ -n "$found" ] || found=$(dirname "$(command -v initdb 2>/dev/null || echo /nowhere/initdb)")
  [ -x "$found/initdb" ] && [ -x "$found/postgres" ] && say "$found"
}
postgres_how="Debian, Ubuntu: sudo apt-get install postgresql, or name the folder of initdb in POSTGRES_BIN."

# quietly COMMAND…: shows what the command said only when it fails. The command runs in the background so that a signal is
# heard at once; whoever traps signals finds it in $current.
current=
quietly() {
  local said code=0
  said=$(mktemp)
  "$@" >"$said" 2>&1 </dev/null &
  current=$!
  wait "$current" || code=$?
  current=
  [ "$code" -eq 0 ] || cat "$said" >&2
  rm -f "$said"
  return "$code"
}
