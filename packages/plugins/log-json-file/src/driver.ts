import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ContainerRecord, LogDriver, LogEntry, LogReadOptions, LogWriter } from '@arca/plugin-kit';
import { extraAttributes } from './attributes.js';
import { LogFile } from './log-file.js';
import { rotationPolicy, validateNames, type Options } from './options.js';
import { readLog } from './reader.js';

/** The driver `json-file`: Docker's own format in the container's directory, so that other tools can read it. */
export class JsonFileDriver implements LogDriver {
  readonly name = 'json-file';
  /** By container id, the logs that are being written. */
  readonly #live = new Map<string, LogFile>();

  validate(options: Options): void {
    validateNames(options);
  }

  path(container: ContainerRecord): string {
    return join(container.directory, `${container.id}-json.log`);
  }

  async open(container: ContainerRecord, options: Options): Promise<LogWriter> {
    const policy = rotationPolicy(options);
    const file = await LogFile.open(this.path(container), policy, extraAttributes(container, options));
    this.#live.set(container.id, file);
    return {
      write: (batch) => file.write(batch),
      close: async () => {
        if (this.#live.get(container.id) === file) this.#live.delete(container.id);
        await file.close();
      },
    };
  }

  read(container: ContainerRecord, options: LogReadOptions): AsyncIterable<readonly LogEntry[]> {
    return readLog(this.path(container), this.#live.get(container.id), options);
  }

  async remove(container: ContainerRecord): Promise<void> {
    const path = this.path(container);
    const names = await readdir(dirname(path)).catch(() => []);
    const own = names.filter((name) => name.startsWith(basename(path)));
    await Promise.all(own.map((name) => rm(join(dirname(path), name), { force: true })));
  }
}

/** The driver `none`: nothing is kept and nothing can be read. */
export const none: LogDriver = {
  name: 'none',
  validate: () => undefined,
  open: () => Promise.resolve({ write: () => undefined, close: () => Promise.resolve() }),
};
