/** What an interface of a step's is connected to. */
export interface StepNetwork {
  /** Name of the bridge. */
  bridge: string;
  /** The first three numbers of its subnet, of which the gateway has the first address. */
  prefix: string;
  /** Directory in which addresses that are taken have a directory each. */
  leases: string;
}

/** The version of the interface (CNI) that the configuration asks for. */
const VERSION = '1.0.0';

/** The list of plugins that BuildKit calls for the namespace of a step. */
export const networkConfiguration = (name: string): string =>
  JSON.stringify({ cniVersion: VERSION, name, plugins: [{ type: 'arca' }] });

/**
 * The program that connects a namespace to the bridge, and that BuildKit calls as `loopback`, too. Nothing of the agent
 * is asked: steps begin and end also while it is busy. BuildKit would call the interface `eth1`; it is `eth0` as in containers.
 */
export const networkPlugin = ({ bridge, prefix, leases }: StepNetwork): string => `#!/bin/sh
set -eu
exec 3>&1 1>&2
leases='${leases.replaceAll("'", `'\\''`)}'
version=$(sed -n 's/.*"cniVersion" *: *"\\([^"]*\\)".*/\\1/p' | head -n 1)
answer() { printf '{"cniVersion":"%s"%s}\\n' "$version" "$1" >&3; }
inside() { nsenter --net="$CNI_NETNS" ip -batch -; }
veth=veth$(printf %.11s "$CNI_CONTAINERID")
case "$(basename "$0") $CNI_COMMAND" in
'loopback ADD')
  echo 'link set dev lo up' | inside
  answer '' ;;
'arca ADD')
  host=2
  until mkdir "$leases/$host"; do
    host=$((host + 1))
    if [ $host -gt 254 ]; then answer ',"code":100,"msg":"no address is free"'; exit 1; fi
  done
  trap 'rm -rf "$leases/$host"' EXIT
  printf %s "$CNI_CONTAINERID" > "$leases/$host/id"
  ip link add "$veth" type veth peer name eth0 netns "$CNI_NETNS"
  ip link set dev "$veth" master ${bridge} up
  {
    echo "address add ${prefix}.$host/24 dev eth0"
    echo "link set dev eth0 up"
    echo "route add default via ${prefix}.1"
  } | inside
  interfaces="[{\\"name\\":\\"$veth\\"},{\\"name\\":\\"eth0\\",\\"sandbox\\":\\"$CNI_NETNS\\"}]"
  address="{\\"interface\\":1,\\"address\\":\\"${prefix}.$host/24\\",\\"gateway\\":\\"${prefix}.1\\"}"
  answer ",\\"interfaces\\":$interfaces,\\"ips\\":[$address]"
  trap - EXIT ;;
'arca DEL')
  ip link delete dev "$veth" || true
  for lease in "$leases"/*; do
    if [ "$(cat "$lease/id")" = "$CNI_CONTAINERID" ]; then rm -r "$lease"; fi
  done ;;
*' VERSION')
  answer ',"supportedVersions":["0.3.1","0.4.0","${VERSION}"]' ;;
esac
exit 0
`;
