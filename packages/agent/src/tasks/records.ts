import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RuntimeChoice } from './ports.js';

/** How a process ended. */
export interface ExitRecord {
  /** 128 + signal number when killed. */
  status: number;
  /** ms since the epoch */
  exitedAt: number;
  oomKilled: boolean;
}

/** What a later agent must know of an exec process, in `task/<container>/<exec>/exec.json`. */
export interface ExecRecord {
  id: string;
  terminal: boolean;
  stdin: boolean;
  exit?: ExitRecord;
}

/** What a later agent must know of a task, in `task/<container>/task.json`; written before the runtime is called. */
export interface TaskRecord {
  id: string;
  /** The shim's directory, with its socket and the FIFOs `in`, `out` and `err`. */
  shim: string;
  bundle: string;
  runtime: { name: string; path: string; type: RuntimeChoice['type']; root: string };
  terminal: boolean;
  stdin: boolean;
  /** Below the cgroup mounts. */
  cgroup: string;
  exit?: ExitRecord;
}

const TASK = 'task.json';
const EXEC = 'exec.json';

/** The records of an instance's tasks. Written at once and by rename: a reader never sees half of one. */
export class Records {
  constructor(private readonly root: string) {}

  /** The directory of a task or of an exec process in it; FIFOs of execs lie there too. */
  directory(containerId: string, execId = ''): string {
    return join(this.root, containerId, execId);
  }

  saveTask(record: TaskRecord): void {
    save(this.directory(record.id), TASK, record);
  }

  saveExec(containerId: string, record: ExecRecord): void {
    save(this.directory(containerId, record.id), EXEC, record);
  }

  /** All tasks; a directory without a readable record gives none. */
  async tasks(): Promise<TaskRecord[]> {
    return load<TaskRecord>(this.root, TASK);
  }

  async execs(containerId: string): Promise<ExecRecord[]> {
    return load<ExecRecord>(this.directory(containerId), EXEC);
  }
}

// A record is a few hundred bytes for a file system in memory: writing it in place takes less than handing it over.
function save(directory: string, name: string, record: object): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(join(directory, `.${name}`), JSON.stringify(record), { mode: 0o600 });
  renameSync(join(directory, `.${name}`), join(directory, name));
}

async function load<T>(root: string, name: string): Promise<T[]> {
  const directories = await readdir(root, { withFileTypes: true }).catch(() => []);
  const texts = await Promise.all(
    directories
      .filter((entry) => entry.isDirectory())
      .map((entry) => readFile(join(root, entry.name, name), 'utf8').catch(() => undefined)),
  );
  return texts.flatMap((text) => (text === undefined ? [] : [JSON.parse(text) as T]));
}
