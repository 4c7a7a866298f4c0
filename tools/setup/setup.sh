#!/usr/bin/env bash
# Brings a bare Debian machine to the point where Arca builds, runs or is tested, and does nothing twice.
#   setup.sh build   npm packages and the build
#   setup.sh run     … and the programs that the daemon needs
#   setup.sh test    … and the programs that the tests compare and talk with
# System packages are installed by apt when this runs as root; otherwise the missing ones are listed.
set -euo pipefail
cd "$(dirname "$0")/../.."
goal=${1:-build}
mkdir -p .cache

npm_packages() {
  local want
  want=$(sha256sum package-lock.json | cut -d' ' -f1)
  if [ "$(cat node_modules/.arca-installed 2>/dev/null)" != "$want" ]; then
    echo "arca: installing npm packages"
    npm ci --no-audit --no-fund --loglevel=error
    echo "$want" >node_modules/.arca-installed
  fi
  export PATH="$PWD/node_modules/.bin:$PATH"
}

# Node 22, Bun and Deno, for the tests of the SDK; in a folder of their own, so that theirs is not the Node that Arca runs on.
runtimes() {
  local folder=tools/setup/runtimes want
  want=$(sha256sum $folder/package-lock.json | cut -d' ' -f1)
  [ "$(cat $folder/node_modules/.arca-installed 2>/dev/null)" != "$want" ] || return 0
  echo "arca: installing the runtimes that the SDK is tested on"
  npm ci --prefix $folder --ignore-scripts --no-audit --no-fund --loglevel=error
  echo "$want" >$folder/node_modules/.arca-installed
}

# program (or absolute path) and the Debian package that brings it
run_programs='containerd:containerd containerd-shim-runc-v2:containerd runc:runc crun:crun nft:nftables ip:iproute2
  tini-static:tini xz:xz-utils igzip:isal git:git /bin/busybox:busybox-static'
test_programs='dockerd:docker.io docker:docker.io docker-registry:docker-registry htpasswd:apache2-utils
  iptables:iptables openssl:openssl rsyslogd:rsyslog /lib/systemd/systemd-journald:systemd
  script:bsdutils sshd:openssh-server ssh:openssh-client python3:python3-minimal docker-compose:docker-compose chromium:chromium
  /usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf:fonts-dejavu-core'
bench_programs='dockerd:docker.io docker:docker.io podman:podman'

system_packages() {
  local missing=() entry program package
  for entry in "$@"; do
    program=${entry%%:*} package=${entry##*:}
    # /usr/sbin is missing from the PATH of many shells; daemons live there.
    PATH="$PATH:/usr/sbin:/sbin" command -v "$program" >/dev/null 2>&1 || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  mapfile -t missing < <(printf '%s\n' "${missing[@]}" | sort -u)
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "arca: these system packages are missing; install them and try again:" >&2
    echo "  apt-get install ${missing[*]}" >&2
    exit 1
  fi
  echo "arca: installing ${missing[*]}"
  apt_install "${missing[@]}" >.cache/apt.log 2>&1 ||
    { tail -n 20 .cache/apt.log >&2; echo "arca: apt-get failed; see .cache/apt.log" >&2; exit 1; }
}

apt_install() {
  apt-get update -qq
  # The packages' own services are not wanted: Arca and the tests start what they need.
  local policy=/usr/sbin/policy-rc.d made=
  if [ ! -e $policy ]; then printf '#!/bin/sh\nexit 101\n' >$policy; chmod +x $policy; made=1; fi
  local status=0
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" || status=$?
  [ -z "$made" ] || rm -f $policy
  return $status
}

build() {
  local stamp=.cache/built
  # A tree without its output (a clean clone) or with a source newer than the last build is stale.
  if [ ! -e "$stamp" ] || [ -n "$(find packages codegen test bench tools examples tsconfig*.json -newer "$stamp" \
      \( -name node_modules -o -name dist \) -prune -o -newer "$stamp" \( -name '*.ts' -o -name 'tsconfig*.json' \) -print -quit)" ]; then
    echo "arca: building"
    touch "$stamp.begun"
    tsc -b
    mv "$stamp.begun" "$stamp"
  fi
}

npm_packages
# shellcheck disable=SC2086
case "$goal" in
  build) ;;
  # What is to be generated cannot be built before it is there.
  gen) tsc -b codegen tools; exit ;;
  run) system_packages $run_programs ;;
  test) runtimes; system_packages $run_programs $test_programs ;;
  bench) system_packages $run_programs $bench_programs ;;
  *) echo "setup.sh: unknown goal $goal" >&2; exit 2 ;;
esac
build
