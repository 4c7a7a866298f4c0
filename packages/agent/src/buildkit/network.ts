import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AgentError, type Agent } from '@arca/agent-proto';
import { detach } from '../linux/syscalls.js';
import { routedSubnets } from '../linux/interfaces.js';
import { contains, parsePrefix } from '../networks/addresses.js';
import { networkConfiguration, networkPlugin } from './network-plugin.js';

/** What steps of BuildKit are connected with. */
export interface BuildNetworkPlaces {
  /** Of the plugins, their configuration and the addresses that are taken. */
  directory: string;
  /** Where BuildKit keeps its namespaces: below its own root. */
  namespaces: string;
  instance: string;
}

/** The bridge of BuildKit's steps: each has a namespace of its own on it, with a way out by the host. */
export class BuildNetwork {
  readonly #bridge: string;

  constructor(
    private readonly places: BuildNetworkPlaces,
    private readonly networks: Pick<Agent['networks'], 'ensureBridge' | 'removeBridge'>,
  ) {
    this.#bridge = bridgeName(places.instance);
  }

  /** Of the plugins, and of their configuration. */
  get programs(): string {
    return join(this.places.directory, 'bin');
  }

  get configuration(): string {
    return join(this.places.directory, 'network.conflist');
  }

  get #reference() {
    return { networkId: this.#bridge, name: this.#bridge };
  }

  /** Makes the bridge, with a subnet that nobody on the host has, and the plugin. Gives the bridge's address. */
  async open(): Promise<string> {
    const { directory } = this.places;
    const prefix = await freePrefix();
    const leases = join(directory, 'leases');
    for (const path of [this.programs, leases]) await mkdir(path, { recursive: true, mode: 0o700 });
    const gateway = `${prefix}.1`;
    await this.networks.ensureBridge({
      ...this.#reference,
      gateways: [`${gateway}/24`],
      masquerade: true,
    });
    const program = networkPlugin({ bridge: this.#bridge, prefix, leases });
    for (const name of ['arca', 'loopback'])
      await writeFile(join(this.programs, name), program, { mode: 0o700 });
    await writeFile(this.configuration, networkConfiguration(this.#bridge), { mode: 0o600 });
    return gateway;
  }

  /** Removes all that is left of it. No BuildKit may run. */
  async close(): Promise<void> {
    const { directory, namespaces } = this.places;
    for (const name of await readdir(namespaces).catch(() => [])) {
      try {
        detach(join(namespaces, name));
      } catch {
        // It has been let go of before.
      }
      await rm(join(namespaces, name), { force: true });
    }
    await this.networks.removeBridge(this.#reference);
    await rm(directory, { recursive: true, force: true });
  }
}

/** At most 15 bytes. */
function bridgeName(instance: string): string {
  const name = `bk-${instance}`;
  if (name.length <= 15) return name;
  return `bk-${createHash('sha256').update(instance).digest('hex').slice(0, 12)}`;
}

/** The first three numbers of a subnet of 24 bits: of the last private ones, which the server's networks come to last. */
async function freePrefix(): Promise<string> {
  const used = (await routedSubnets()).map(parsePrefix).filter(({ family }) => family === 4);
  for (let number = 255; number >= 0; number--) {
    const prefix = `192.168.${number}`;
    const own = parsePrefix(`${prefix}.0/24`);
    const clashes = used.some((other) => contains(other, own.address) || contains(own, other.address));
    if (!clashes) return prefix;
  }
  throw new AgentError('UNAVAILABLE', 'no subnet is free for the steps of BuildKit');
}
