import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AgentError } from '@arca/agent-proto';
import type { Links } from '../linux/links.js';
import { setUpLoopback } from '../linux/interface-setup.js';
import { isNetworkNamespace } from '../linux/network-namespace.js';
import { checkSandboxId, vethPrefix } from './interface-names.js';
import type { Removals } from './removals.js';

/** Where ip-netns(8) keeps named network namespaces. */
const directory = '/run/netns';

/** Named network namespaces `<instance>-<id>`. */
export class Sandboxes {
  constructor(
    private readonly instance: string,
    private readonly links: Links,
    private readonly removals: Removals,
  ) {}

  name(id: string): string {
    return `${this.instance}-${checkSandboxId(id)}`;
  }

  path(id: string): string {
    return join(directory, this.name(id));
  }

  /** Path of a namespace that exists; NOT_FOUND otherwise. */
  existing(id: string): string {
    const path = this.path(id);
    if (!isNetworkNamespace(path)) throw new AgentError('NOT_FOUND', `no such sandbox: ${id}`);
    return path;
  }

  /** Makes the namespace, with `lo` up, and gives its path. One that is there stays as it is. */
  async create(id: string): Promise<string> {
    const path = this.path(id);
    if (isNetworkNamespace(path)) return path;
    await rm(path, { force: true }); // a file that is left of a namespace of which the mount has gone
    await this.links.run([`netns add ${this.name(id)}`]);
    try {
      await setUpLoopback(path);
    } catch (error) {
      await this.remove(id);
      throw error;
    }
    return path;
  }

  /** Removes the namespace and the host's ends of its interfaces. */
  async remove(id: string): Promise<void> {
    await this.removals.remove({ prefix: vethPrefix(this.instance, id), namespace: this.name(id) });
  }

  /** Ids of all that are there, made by this agent or an earlier one. */
  async list(): Promise<string[]> {
    const names = await readdir(directory).catch(() => []);
    const prefix = `${this.instance}-`;
    return names
      .filter((name) => name.startsWith(prefix) && /^[a-z0-9]{1,12}$/.test(name.slice(prefix.length)))
      .map((name) => name.slice(prefix.length));
  }
}
