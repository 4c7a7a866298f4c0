import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';

/** What every archive that is read has: POSIX format, numeric owners, extended attributes, no access times. */
const common = [
  '--create',
  '--format=pax',
  '--pax-option=delete=atime,delete=ctime,exthdr.name=%d/PaxHeaders/%f',
  '--numeric-owner',
  '--xattrs',
  '--xattrs-include=*',
  '--absolute-names',
  '--ignore-failed-read',
  '--sort=name',
  '--quoting-style=literal',
  '--no-wildcards',
];

export interface TarOptions {
  /** GNU tar's `--transform` expressions. */
  transform?: string;
  /** Leave out what is mounted below the directory. */
  oneFileSystem?: boolean;
}

/**
 * The members of a directory as tar, read by GNU tar, which goes down by descriptors and does not follow links.
 * Destroying the stream kills it.
 */
export function tarOf(
  directory: number,
  members: readonly string[],
  { transform, oneFileSystem }: TarOptions,
): Readable {
  const child = spawn(
    'tar',
    [
      ...common,
      ...(transform === undefined ? [] : [`--transform=${transform}`]),
      ...(oneFileSystem ? ['--one-file-system'] : []),
      '--directory=/proc/self/fd/3',
      ...(members.length === 0 ? ['--files-from=/dev/null'] : []),
      '--',
      ...members,
    ],
    { stdio: ['ignore', 'pipe', 'pipe', directory] },
  );
  let said = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(0, 1000)));
  const exit = once(child, 'close') as Promise<[number | null]>;
  exit.catch(() => undefined); // looked at at the end of the output
  async function* output(): AsyncGenerator<Buffer> {
    try {
      yield* child.stdout as AsyncIterable<Buffer>;
      const [code] = await exit;
      // 1: something changed while it was read, as in any archive of what is in use.
      if (code !== 0 && code !== 1) throw new Error(`tar: ${said.trim() || 'killed'}`);
    } finally {
      child.kill('SIGKILL');
    }
  }
  return Readable.from(output(), { objectMode: false });
}

/** The `--transform` expression that puts a name in the place of the member `.`, of names and of hard links' targets. */
export function renamed(name: string): string {
  if (name === '/') return 'flags=rh;s,^\\./,/,;s,^\\.$,/,';
  return `flags=rh;s,^\\.,${name.replace(/[\\&,]/g, '\\$&').replaceAll('\n', '\\n')},`;
}
