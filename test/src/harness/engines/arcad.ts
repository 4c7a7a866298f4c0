import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCgroups, isEmptyCgroup, removeCgroup } from '../cgroup-tree.js';
import { run } from '../command.js';
import { Daemon } from '../daemon.js';

const MAIN = fileURLToPath(new URL('../../../../packages/arcad/dist/main.js', import.meta.url));

/** Arca's daemon, from this repository's build. */
export class Arcad extends Daemon {
  readonly kind = 'arca';

  protected command(): string[] {
    return [
      process.execPath,
      MAIN,
      ...['--host', this.host],
      ...['--root', join(this.directory, 'root')],
      ...['--run', join(this.directory, 'run')],
      ...['--instance', this.name],
      ...this.flags,
    ];
  }

  /**
   * A daemon that stops leaves its bridge, its nft table and its parent cgroup, as dockerd does: containers may go on
   * running. Each goes only if nothing of a container is in it, so that a leak stays to be seen.
   */
  protected override async cleanUp(): Promise<void> {
    const bridge = `${this.name}0`;
    const { stdout: ports } = await run('ip', ['-o', 'link', 'show', 'master', bridge]);
    if (ports.trim() === '') await run('ip', ['link', 'delete', bridge]);
    const { stdout: table } = await run('nft', ['list', 'table', 'inet', this.name]);
    const publishesPorts = /map \w+ {[^}]*elements = {/.test(table);
    if (!publishesPorts) await run('nft', ['delete', 'table', 'inet', this.name]);
    for (const path of findCgroups([this.name])) if (isEmptyCgroup(path)) removeCgroup(path);
  }
}
