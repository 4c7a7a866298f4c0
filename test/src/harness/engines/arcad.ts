import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Daemon } from '../daemon.js';

const MAIN = fileURLToPath(new URL('../../../../packages/arcad/dist/main.js', import.meta.url));

/** Arca's daemon, from this repository's build. */
export class Arcad extends Daemon {
  readonly kind = 'arca';

  protected command(): string[] {
    return [
      // As `npm start` does: the daemon's small garbage needs no large nursery.
      ...[process.execPath, ...process.execArgv, '--max-semi-space-size=4', MAIN],
      ...['--host', this.host],
      ...['--root', join(this.directory, 'root')],
      ...['--run', join(this.directory, 'run')],
      ...['--instance', this.name],
      ...['--cdi-spec-dir', join(this.directory, 'cdi')],
      // What the tests see must not depend on whether the host has a BuildKit; the tests of it name theirs.
      ...['--buildkitd', 'none'],
      ...this.flags,
    ];
  }
}
