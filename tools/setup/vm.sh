#!/usr/bin/env bash
# Runs a command as root in a virtual machine with Debian's own kernel and this host's files, which it cannot change:
# for what the host's kernel lacks (ipvlan, VLANs, SCTP, pure cgroup v2). Gives the command's exit code.
#
#   bash tools/setup/vm.sh 'cd test && ARCA_TEST_ENGINES=arca npx mocha dist/contract/networks/macvlan.test.js'
#
# Needs qemu-system-x86, busybox-static, kmod and cpio. The kernel is taken from apt once, into ARCA_VM
# (/var/tmp/arca-vm). Changes go to memory (ARCA_VM_MEMORY, MiB: 6144) and are gone with the machine.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
store=$(mkdir -p "${ARCA_VM:=/var/tmp/arca-vm}" && cd "$ARCA_VM" && pwd)

if [ ! -e "$store/vmlinuz" ]; then
  package=$(apt-cache depends linux-image-amd64 | sed -n 's/.*Depends: \(linux-image-.*\)/\1/p')
  (cd "$store" && apt-get download "$package" && dpkg -x "$package"_*.deb . && rm "$package"_*.deb)
  depmod -b "$store" "${package#linux-image-}"
  mv "$store/boot/vmlinuz-${package#linux-image-}" "$store/vmlinuz"
fi

run=$(mktemp -d)
trap 'rm -rf "$run"' EXIT
mkdir -p "$run"/root/{bin,dev,proc,sys,lower,upper,new,lib} "$run/out"
cp "$(command -v busybox)" "$run/root/bin/busybox"
version=$(basename "$store"/lib/modules/*)
modprobe --dirname "$store" --set-version "$version" --show-depends --all \
  virtio_pci virtio_rng 9p 9pnet_virtio overlay | awk '$1 == "insmod" { print $2 }' | awk '!seen[$0]++' > "$run/modules"
xargs -a "$run/modules" cp --parents -t "$run/root"
sed 's/^/insmod /' "$run/modules" > "$run/root/insmods"
cat > "$run/root/init" <<'INIT'
#!/bin/busybox sh
/bin/busybox --install -s /bin
mount -t proc proc /proc && mount -t sysfs sysfs /sys && mount -t devtmpfs dev /dev
. /insmods
nine=trans=virtio,version=9p2000.L,msize=262144
mount -t 9p -o ro,cache=loose,$nine host /lower
mount -t tmpfs -o size=90% tmpfs /upper && mkdir /upper/changes /upper/work
mount -t overlay -o lowerdir=/lower,upperdir=/upper/changes,workdir=/upper/work overlay /new
for place in tmp run var/lib var/tmp mnt lib/modules; do
  [ $place = var/lib ] && place=var/lib/arca
  mkdir -p /new/$place && mount -t tmpfs -o size=90%,mode=1777 tmpfs /new/$place
done
mount -t 9p -o $nine out /new/mnt && mount --bind /lower/$(cat /new/mnt/store)/lib/modules /new/lib/modules
mount --move /proc /new/proc && mount --move /sys /new/sys && mount --move /dev /new/dev
mkdir -p /new/dev/pts /new/dev/shm
mount -t devpts devpts /new/dev/pts && mount -t tmpfs shm /new/dev/shm
mount -t cgroup2 cgroup2 /new/sys/fs/cgroup && mount -t bpf bpf /new/sys/fs/bpf
exec switch_root /new /bin/sh /mnt/run
INIT
chmod +x "$run/root/init"
echo "$store" > "$run/out/store"
printf '%s\n' "${1:?a command}" > "$run/out/command"
{
  echo "export HOME=/root TERM=dumb PATH=$here/node_modules/.bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
  env | sed -n "s/^\(ARCA_TEST_[A-Z0-9_]*\)=\(.*\)/export \1='\2'/p"
  echo "export ARCA_TEST_PATIENCE=\${ARCA_TEST_PATIENCE:-20}; modprobe -a ipvlan 8021q sctp"
  echo 'ip link set lo up; mkdir -p /var/tmp; hostname vm; echo 1 > /proc/sys/net/ipv4/ip_forward'
  echo 'echo 1 > /proc/sys/net/ipv6/conf/all/forwarding; ln -sf /proc/self/fd /dev/fd'
  echo 'ln -sf /proc/self/fd/0 /dev/stdin; ln -sf /proc/self/fd/1 /dev/stdout; ln -sf /proc/self/fd/2 /dev/stderr'
  echo "cd '$here' && bash /mnt/command; echo \$? > /mnt/code; sync; echo o > /proc/sysrq-trigger; read forever"
} > "$run/out/run"
(cd "$run/root" && find . | cpio --quiet -o -H newc | gzip -1 > "$run/initrd")

qemu-system-x86_64 -accel "${ARCA_VM_ACCEL:-tcg,thread=multi}" -cpu max -smp 2 -m "${ARCA_VM_MEMORY:-6144}" \
  -nographic -no-reboot -nic none -device virtio-rng-pci \
  -kernel "$store/vmlinuz" -initrd "$run/initrd" -append 'console=ttyS0 quiet panic=-1 loglevel=3' \
  -virtfs local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap \
  -virtfs local,path="$run/out",mount_tag=out,security_model=none < /dev/null
exit "$(cat "$run/out/code" 2>/dev/null || echo 1)"
