import type { DefaultBridge, DefaultDns } from '@arca/plugin-kit';
import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { defaultBridge, defaultDns, networkOptions } from './network-options.js';

/** What a person can set: by flag, and the address also by `ARCA_HOST`. */
export interface Options {
  command: 'serve' | 'doctor' | 'version' | 'help';
  /** `unix:///path`, `tcp://host:port` */
  hosts: string[];
  root: string;
  run: string;
  /** Prefix of bridges, namespaces, cgroups and nft tables: what keeps several daemons apart. */
  instance: string;
  tls: { verify: boolean; ca?: string; certificate?: string; key?: string } | undefined;
  plugins: string[];
  /** Switched off by name, also against `docker plugin enable`; of `--plugin` they are not even read. */
  disabledPlugins: string[];
  runtimes: Record<string, string>;
  defaultRuntime: string | undefined;
  containerd: string | undefined;
  /** Path or name of the program, or `none`. */
  buildkitd: string | undefined;
  cdiSpecDirs: string[];
  insecureRegistries: string[];
  registryMirrors: string[];
  logDriver: string;
  logOptions: Record<string, string>;
  defaultBridge: DefaultBridge;
  defaultDns: DefaultDns;
  networkOptions: ReturnType<typeof networkOptions>;
  addressPools: { base: string; size: number }[];
  labels: string[];
  /** Origins whose pages may use the API and its WebSockets: `https://host[:port]` */
  allowedOrigins: string[];
  debug: boolean;
  /** `doctor --fix` */
  fix: boolean;
}

const flags = {
  host: { type: 'string', short: 'H', multiple: true },
  root: { type: 'string' },
  run: { type: 'string' },
  instance: { type: 'string' },
  tls: { type: 'boolean' },
  tlsverify: { type: 'boolean' },
  tlscacert: { type: 'string' },
  tlscert: { type: 'string' },
  tlskey: { type: 'string' },
  plugin: { type: 'string', multiple: true },
  'disable-plugin': { type: 'string', multiple: true },
  'add-runtime': { type: 'string', multiple: true },
  'default-runtime': { type: 'string' },
  containerd: { type: 'string' },
  buildkitd: { type: 'string' },
  'cdi-spec-dir': { type: 'string', multiple: true },
  'insecure-registry': { type: 'string', multiple: true },
  'registry-mirror': { type: 'string', multiple: true },
  'log-driver': { type: 'string' },
  'log-opt': { type: 'string', multiple: true },
  bip: { type: 'string' },
  bip6: { type: 'string' },
  'fixed-cidr': { type: 'string' },
  'fixed-cidr-v6': { type: 'string' },
  ipv6: { type: 'boolean' },
  'default-address-pool': { type: 'string', multiple: true },
  'default-network-opt': { type: 'string', multiple: true },
  icc: { type: 'string' },
  'ip-masq': { type: 'string' },
  mtu: { type: 'string' },
  ip: { type: 'string' },
  dns: { type: 'string', multiple: true },
  'dns-search': { type: 'string', multiple: true },
  'dns-opt': { type: 'string', multiple: true },
  label: { type: 'string', multiple: true },
  'allow-origin': { type: 'string', multiple: true },
  debug: { type: 'boolean', short: 'D' },
  fix: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const usage = `usage: npm start -- [command] [flags]

commands
  (none)                  serve the API
  doctor [--fix]          tell what the host lacks; with --fix mend what is safe to mend
  version                 print the version

flags
  -H, --host URL          where to listen: unix:///path or tcp://address:port; repeatable (also ARCA_HOST)
  --root DIR              images, containers, state (/var/lib/arca)
  --run DIR               sockets and bundles (/run/arca)
  --instance NAME         prefix of bridges, namespaces, cgroups and nft tables (arca)
  --tls, --tlsverify      TLS on tcp; with client certificates
  --tlscacert, --tlscert, --tlskey FILE
  --plugin PATH|PACKAGE   load a plugin; repeatable
  --disable-plugin NAME   switch a plugin off, and do not load it if it is one of --plugin; repeatable
  --add-runtime NAME=PATH a further OCI runtime; repeatable
  --default-runtime NAME  crun where it works, else runc
  --containerd SOCKET     use this containerd instead of a private one
  --buildkitd PATH|none   the BuildKit of docker buildx (one that is found in PATH)
  --cdi-spec-dir DIR      CDI specifications of devices (/etc/cdi, /var/run/cdi); repeatable
  --insecure-registry HOST, --registry-mirror URL
  --log-driver NAME, --log-opt KEY=VALUE
  --bip CIDR, --bip6 CIDR address of the default bridge
  --fixed-cidr CIDR, --fixed-cidr-v6 CIDR
                          what containers on the default bridge get their addresses from
  --ipv6                  IPv6 on the default bridge
  --icc=false, --ip-masq=false, --mtu BYTES, --ip ADDRESS
                          of the default bridge: containers apart, no masquerade, packets, where ports are published
  --dns ADDRESS, --dns-search DOMAIN, --dns-opt OPTION
                          of containers that name none; repeatable
  --default-address-pool base=CIDR,size=N
                          where subnets are taken from, IPv4 or IPv6; repeatable
  --default-network-opt DRIVER=KEY=VALUE
                          option of new networks of a driver; repeatable
  --label KEY=VALUE       label of the daemon, as in docker info
  --allow-origin URL      let pages of this origin use the API and its WebSockets; repeatable
  -D, --debug             more log lines
`;

/** Reads the command line; throws an Error whose message is for the person at the terminal. */
export function parseOptions(argv: string[], env: NodeJS.ProcessEnv): Options {
  const { values, positionals } = parseArgs({ args: argv, options: flags, allowPositionals: true });
  const instance = values.instance ?? 'arca';
  // Interface names have 15 bytes, and the instance's name is the prefix of all of them.
  if (!/^[a-z][a-z0-9]{0,11}$/.test(instance)) {
    throw new Error('--instance is 1 to 12 lower-case letters and digits and starts with a letter');
  }
  const run = values.run ?? `/run/${instance}`;
  const hosts = values.host ?? (env.ARCA_HOST ? [env.ARCA_HOST] : [`unix://${run}/arca.sock`]);
  return {
    command: values.help ? 'help' : command(positionals),
    hosts,
    root: values.root ?? `/var/lib/${instance}`,
    run,
    instance,
    tls:
      values.tls || values.tlsverify
        ? {
            verify: values.tlsverify ?? false,
            ca: values.tlscacert,
            certificate: values.tlscert,
            key: values.tlskey,
          }
        : undefined,
    plugins: values.plugin ?? [],
    disabledPlugins: values['disable-plugin'] ?? [],
    runtimes: pairs('--add-runtime', values['add-runtime']),
    defaultRuntime: values['default-runtime'],
    containerd: values.containerd,
    buildkitd: values.buildkitd,
    cdiSpecDirs: values['cdi-spec-dir'] ?? ['/etc/cdi', '/var/run/cdi'],
    insecureRegistries: values['insecure-registry'] ?? [],
    registryMirrors: values['registry-mirror'] ?? [],
    logDriver: values['log-driver'] ?? 'json-file',
    logOptions: pairs('--log-opt', values['log-opt']),
    defaultBridge: defaultBridge(values),
    defaultDns: defaultDns(values),
    networkOptions: networkOptions(values['default-network-opt']),
    addressPools: (values['default-address-pool'] ?? []).map(addressPool),
    labels: values.label ?? [],
    allowedOrigins: (values['allow-origin'] ?? []).map(origin),
    debug: values.debug ?? false,
    fix: values.fix ?? false,
  };
}

function command(positionals: string[]): Options['command'] {
  const [name = 'serve', ...rest] = positionals;
  if (rest.length > 0) throw new Error(`unexpected argument: ${rest[0]}`);
  if (name === 'serve' || name === 'doctor' || name === 'version' || name === 'help') return name;
  throw new Error(`unknown command: ${name}`);
}

function pairs(flag: string, values: string[] = []): Record<string, string> {
  return Object.fromEntries(
    values.map((value) => {
      const index = value.indexOf('=');
      if (index < 1) throw new Error(`${flag} wants NAME=VALUE, got ${value}`);
      return [value.slice(0, index), value.slice(index + 1)];
    }),
  );
}

/** As browsers write it: host in small letters, no port that is the scheme's own. */
function origin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const normal = url?.host ? `${url.protocol}//${url.host}` : undefined;
  if (normal === undefined || (url!.href !== normal && url!.href !== `${normal}/`))
    throw new Error(`--allow-origin wants SCHEME://HOST[:PORT], got ${text}`);
  return normal;
}

function addressPool(text: string): { base: string; size: number } {
  const fields = Object.fromEntries(text.split(',').map((part) => part.split('=', 2) as [string, string]));
  const size = Number(fields['size']);
  const [base = '', length = ''] = (fields['base'] ?? '').split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(base)] ?? 0;
  if (length === '' || !Number.isInteger(size) || size < Number(length) || size > bits) {
    throw new Error(`--default-address-pool wants base=CIDR,size=N, got ${text}`);
  }
  return { base: `${base}/${length}`, size };
}
