import type { LogEntry, LogReadOptions } from '../ports/logs.js';
import type { LogDecoder, LogFormat } from './format.js';
import type { LogFile, LogPosition } from './log-file.js';
import { openRotated, openSource, PlainSource, type Source } from './source.js';

const newline = 10;

/** Reads the log at `path`. `live` is its writer while the container runs; without one there is nothing to follow. */
export async function* readLog(
  path: string,
  live: LogFile | undefined,
  format: LogFormat,
  options: LogReadOptions,
): AsyncGenerator<readonly LogEntry[]> {
  const { files, current, position } = await openAll(path, live);
  const filter = new Filter(options);
  try {
    yield* readFiles([...files, ...(current ? [current] : [])], format, options, filter);
    if (!options.follow || !live || filter.done || options.signal.aborted) return;
    const follower = new Follower(path, live, format, current, position);
    try {
      yield* follower.run(options.signal, filter);
    } finally {
      await follower.close();
    }
  } finally {
    await Promise.all([...files, ...(current ? [current] : [])].map((file) => file.close()));
  }
}

interface OpenFiles {
  files: Source[];
  current: PlainSource | undefined;
  position: LogPosition;
}

/** Opens all files of the log while none is renamed, and notes up to where the current one has been written. */
function openAll(path: string, live: LogFile | undefined): Promise<OpenFiles> {
  const openFiles = async (): Promise<OpenFiles> => {
    const files = await openRotated(path);
    const position = live?.position;
    const current = await PlainSource.open(path, position?.size).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    });
    return { files, current, position: position ?? { generation: 0, size: 0 } };
  };
  return live ? live.names.run(openFiles) : openFiles();
}

/** Reads the last `tail` lines of the files (eldest first), or all. */
async function* readFiles(
  files: Source[],
  format: LogFormat,
  { tail, signal }: LogReadOptions,
  filter: Filter,
): AsyncGenerator<readonly LogEntry[]> {
  const starts = await startsOf(files, tail);
  for (const [index, file] of files.entries()) {
    const start = starts[index];
    if (start === undefined) continue;
    const decoder = new BlockDecoder(format);
    for await (const block of file.blocks(start)) {
      const entries = filter.keep(decoder.decode(block));
      if (entries.length > 0) yield entries;
      if (filter.done || signal.aborted) return;
    }
  }
}

/** Where to begin in each file; undefined: leave it out. */
async function startsOf(files: Source[], tail: number | undefined): Promise<(number | undefined)[]> {
  if (tail === undefined) return files.map(() => 0);
  const starts: (number | undefined)[] = files.map(() => undefined);
  for (let index = files.length - 1, missing = tail; index >= 0 && missing > 0; index--) {
    const { start, found } = await files[index]!.last(missing);
    starts[index] = start;
    missing -= found;
  }
  return starts;
}

/** Reads what is written after `position`, through rotations, until the writer closes. */
class Follower {
  #decoder: BlockDecoder;
  /** Whether the file was opened here. */
  #own = false;

  constructor(
    private readonly path: string,
    private readonly live: LogFile,
    private readonly format: LogFormat,
    private file: Source | undefined,
    private position: LogPosition,
  ) {
    this.#decoder = new BlockDecoder(format);
  }

  async *run(signal: AbortSignal, filter: Filter): AsyncGenerator<readonly LogEntry[]> {
    const aborted = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    while (!signal.aborted && !filter.done) {
      const changed = this.live.changed;
      const { generation, size } = this.live.position;
      if (generation !== this.position.generation) {
        // Rotated: the old file is complete by now.
        yield* this.#read(await this.file?.size(), filter);
        await this.#next();
      } else if (size > this.position.size) {
        yield* this.#read(size, filter);
      } else if (this.live.closed) {
        return;
      } else {
        await Promise.race([changed, aborted]);
      }
    }
  }

  async close(): Promise<void> {
    if (this.#own) await this.file?.close();
  }

  async *#read(end: number | undefined, filter: Filter): AsyncGenerator<readonly LogEntry[]> {
    if (!this.file || end === undefined) return;
    for await (const block of this.file.blocks(this.position.size, end)) {
      this.position = { ...this.position, size: this.position.size + block.length };
      const entries = filter.keep(this.#decoder.decode(block));
      if (entries.length > 0) yield entries;
      if (filter.done) return;
    }
  }

  /** Goes on with the file after the one that has been read: by now it may have been rotated itself. */
  #next(): Promise<void> {
    return this.live.names.run(async () => {
      const behind = this.live.position.generation - (this.position.generation + 1);
      const name = behind === 0 ? this.path : `${this.path}.${behind}`;
      const next = await openSource(name);
      await this.close();
      this.#own = true;
      this.file = next;
      this.#decoder = new BlockDecoder(this.format);
      this.position = { generation: this.position.generation + 1, size: 0 };
    });
  }
}

/** Turns blocks of a file into entries; a line that two blocks share is put together. */
class BlockDecoder {
  readonly #lines: LogDecoder;
  #rest: Buffer = Buffer.alloc(0);

  constructor(format: LogFormat) {
    this.#lines = format.decoder();
  }

  decode(block: Buffer): LogEntry[] {
    const data = this.#rest.length > 0 ? Buffer.concat([this.#rest, block]) : block;
    const entries: LogEntry[] = [];
    let start = 0;
    for (let end = 0; (end = data.indexOf(newline, start) + 1) > 0; start = end) {
      const entry = this.#lines.decode(data, start, end);
      if (entry) entries.push(entry);
    }
    this.#rest = data.subarray(start);
    return entries;
  }
}

/** `since` and `until`, both inclusive. Lines are in the order of their times but for pieces, so `until` ends the log. */
class Filter {
  done = false;

  constructor(private readonly options: Pick<LogReadOptions, 'since' | 'until'>) {}

  keep(entries: LogEntry[]): LogEntry[] {
    const { since, until } = this.options;
    if (until !== undefined) {
      const end = entries.findIndex((entry) => entry.time > until);
      if (end >= 0) {
        this.done = true;
        entries = entries.slice(0, end);
      }
    }
    return since === undefined ? entries : entries.filter((entry) => entry.time >= since);
  }
}
