import { AgentError } from '@arca/agent-proto';
import { mkdir, rm } from 'node:fs/promises';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { getSystemErrorMessage } from 'node:util';
import { mountOptions, PROPAGATION } from '../linux/mount-options.js';
import { mountPoints } from '../linux/mounts.js';
import {
  detach,
  mount,
  MS_BIND,
  MS_PRIVATE,
  MS_REC,
  MS_REMOUNT,
  type SystemCallError,
} from '../linux/syscalls.js';

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
    const place = join(this.root, name);
    try {
      await mkdir(place, { recursive: true, mode: 0o701 });
      await mkdir(directory, { recursive: true, mode: 0o755 });
    } catch (error) {
      const reason = getSystemErrorMessage((error as NodeJS.ErrnoException).errno!);
      const text = `error while creating volume root path '${place}': mkdir ${place}: ${reason}`;
      throw new AgentError('INTERNAL', text, undefined, { cause: error });
    }
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
    const { device, type } = source;
    const request = { device, directory, type, flags: flags & ~PROPAGATION, data: data.join(',') };
    try {
      mount(device, directory, type, request.flags, request.data);
      mount('', directory, '', (flags & PROPAGATION || MS_PRIVATE) | (flags & MS_REC));
      // A bind takes its other flags from what it binds until it is mounted anew.
      const own = request.flags & ~MS_REC;
      if (own & MS_BIND && own !== MS_BIND) mount('', directory, '', own | MS_REMOUNT);
    } catch (error) {
      if (await isMounted(directory)) detach(directory);
      const text = `failed to mount local volume: ${failureOf(request, error as SystemCallError)}`;
      throw new AgentError('INTERNAL', text, undefined, { cause: error });
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

interface Request {
  device: string;
  directory: string;
  flags: number;
  data: string;
}

/** In dockerd's words, without the password. */
function failureOf({ device, directory, flags, data }: Request, { errno }: SystemCallError): string {
  const shown = data.replace(/password=[^,]*/, 'password=********');
  return [
    `mount ${device}:${directory}`,
    ...(flags === 0 ? [] : [`flags: 0x${flags.toString(16)}`]),
    ...(shown === '' ? [] : [`data: ${shown}`]),
  ]
    .join(', ')
    .concat(`: ${getSystemErrorMessage(-errno)}`);
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
