import { AgentError } from '@arca/agent-proto';
import { mkdir, rm } from 'node:fs/promises';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { mountOptions } from '../linux/mount-options.js';
import { mountPoints } from '../linux/mounts.js';
import { detach, mount, MS_PRIVATE } from '../linux/syscalls.js';

/** What a volume is mounted from, with the words of mount(8). */
export interface Source {
  type: string;
  device: string;
  options: string;
}

/** The directories of local volumes: `<root>/volumes/<name>/_data`. */
export class LocalVolumes {
  constructor(private readonly root: string) {}

  async create(name: string): Promise<string> {
    const directory = this.data(name);
    await mkdir(join(this.root, name), { recursive: true, mode: 0o701 });
    await mkdir(directory, { recursive: true, mode: 0o755 });
    return directory;
  }

  async remove(name: string): Promise<void> {
    await this.unmount(name);
    await rm(this.place(name), { recursive: true, force: true });
  }

  async mount(name: string, source: Source): Promise<void> {
    const directory = this.data(name);
    if (await isMounted(directory)) return;
    const options = await withAddress(source);
    const { flags, data } = mountOptions(options.split(','));
    try {
      mount(source.device, directory, source.type, flags, data.join(','));
      mount('', directory, '', MS_PRIVATE);
    } catch (error) {
      const reason = (error as Error).message.replace(/password=[^,]*/, 'password=********');
      throw new AgentError('INTERNAL', `failed to mount local volume: ${reason}`, undefined, {
        cause: error,
      });
    }
  }

  async unmount(name: string): Promise<void> {
    const directory = this.data(name);
    if (await isMounted(directory)) detach(directory);
  }

  private place(name: string): string {
    if (!/^[a-zA-Z0-9][\w.-]+$/.test(name))
      throw new AgentError('INVALID_ARGUMENT', `no volume's name: ${name}`);
    return join(this.root, name);
  }

  private readonly data = (name: string): string => join(this.place(name), '_data');
}

const isMounted = async (directory: string): Promise<boolean> =>
  (await mountPoints()).some(({ target }) => target === directory);

/** The kernel wants an address where a person has given a name: `addr=` of nfs and cifs. */
async function withAddress({ type, options }: Source): Promise<string> {
  const host = /(?:^|,)addr=([^,]*)/.exec(options)?.[1];
  if (!['nfs', 'nfs4', 'cifs'].includes(type) || !host || isIP(host) !== 0) return options;
  const { address } = await lookup(host).catch((error: unknown) => {
    const text = `error resolving passed in network volume address: ${(error as Error).message}`;
    throw new AgentError('INTERNAL', text, undefined, { cause: error });
  });
  return options.replace(`addr=${host}`, `addr=${address}`);
}
