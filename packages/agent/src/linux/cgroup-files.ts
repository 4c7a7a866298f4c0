import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of one cgroup in one hierarchy. A file that is not there is an empty text: hosts differ in what they have. */
export class CgroupFiles {
  constructor(private readonly directory: string) {}

  text(name: string): Promise<string> {
    return readFile(join(this.directory, name), 'utf8').catch(() => '');
  }

  /** A file that holds one number; `max` is 0, which stands for no limit. */
  async number(name: string): Promise<number> {
    return Number((await this.text(name)).trim().replace('max', '0'));
  }

  /** A file of lines `name value`. */
  async table(name: string): Promise<Record<string, number>> {
    return parseTable(await this.text(name));
  }
}

export function parseTable(text: string): Record<string, number> {
  const rows = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' '));
  return Object.fromEntries(rows.map(([name = '', value = '0']) => [name, Number(value)]));
}
