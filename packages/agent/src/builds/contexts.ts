import { AgentError } from '@arca/agent-proto';
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fields } from './digest-fields.js';
import { closeDescriptor, openPath } from '../linux/directory.js';

/** What the tar of a context said of its files. */
export type ContextFields = Map<string, Fields>;

/** A directory whose files are copied into images; it goes with the agent. */
export class Contexts {
  readonly #fields = new Map<string, ContextFields>();

  constructor(private readonly directory: string) {}

  /** Removes what an earlier agent has left. */
  async sweep(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
  }

  /** Makes one and fills it; on failure nothing of it is left. */
  async make<T>(fill: (root: number, id: string) => Promise<T>): Promise<T> {
    const id = randomBytes(8).toString('hex');
    const path = join(this.directory, id);
    await mkdir(path, { mode: 0o755 });
    const root = openPath(path);
    try {
      return await fill(root, id);
    } catch (error) {
      await this.remove(id);
      throw error;
    } finally {
      closeDescriptor(root);
    }
  }

  /** Remembers what a tar said of the files of a context, until that is removed. */
  describe(id: string, fields: ContextFields): void {
    this.#fields.set(id, fields);
  }

  fields(id: string): ContextFields | undefined {
    return this.#fields.get(id);
  }

  /** A descriptor of its directory, which the caller closes. NOT_FOUND. */
  open(id: string): number {
    try {
      if (/^[0-9a-f]{16}$/.test(id)) return openPath(join(this.directory, id));
    } catch {
      // As one that never was.
    }
    throw new AgentError('NOT_FOUND', `no such build context: ${id}`);
  }

  async remove(id: string): Promise<void> {
    this.#fields.delete(id);
    if (/^[0-9a-f]{16}$/.test(id)) await rm(join(this.directory, id), { recursive: true, force: true });
  }
}
