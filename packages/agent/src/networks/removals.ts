import { interfaceNames } from '../linux/interfaces.js';
import { Links } from '../linux/links.js';

/** Of links that are about to be deleted; those of one group go in one kernel call. */
const doomedGroup = 0x61726361;

interface Removal {
  /** Interfaces whose names begin with it. */
  prefix: string;
  /** Named network namespace. */
  namespace?: string;
}

/**
 * Removes veth pairs and namespaces. Deleting a link makes its caller wait 15 to 30 ms for the kernel, hence a
 * coprocess of its own, and one deletion for all that has come together meanwhile.
 */
export class Removals {
  private readonly links = new Links();
  private waiting: Removal[] = [];
  private current: Promise<void> = Promise.resolve();
  private next?: Promise<void>;

  /** Resolves when it has gone. No error when it was not there. */
  remove(removal: Removal): Promise<void> {
    this.waiting.push(removal);
    this.next ??= this.current.then(() => {
      this.next = undefined;
      const removing = this.removeAll(this.waiting.splice(0));
      this.current = removing.catch(() => undefined);
      return removing;
    });
    return this.next;
  }

  /**
   * The host's ends are deleted by name: the namespace alone may be kept alive by a mount namespace that was made while
   * it existed.
   */
  private async removeAll(removals: readonly Removal[]): Promise<void> {
    const names = await interfaceNames();
    const doomed = names.filter((name) => removals.some(({ prefix }) => name.startsWith(prefix)));
    const commands = doomed.map((name) => `link set dev ${name} group ${doomedGroup}`);
    if (doomed.length > 0) commands.push(`link delete group ${doomedGroup}`);
    for (const { namespace } of removals) if (namespace) commands.push(`netns delete ${namespace}`);
    if (commands.length === 0) return;
    await this.links.run(commands, { ignore: /Cannot find device|No such (file|device)|does not exist/ });
  }

  async close(): Promise<void> {
    await this.current;
    await this.links.close();
  }
}
