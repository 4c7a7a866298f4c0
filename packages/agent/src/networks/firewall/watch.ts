import type { ChildProcess } from 'node:child_process';
import { spawnDependentReader } from '../../linux/dependents.js';

/**
 * Tells when something that is no element goes from a table: `nft flush ruleset`, as the reload of a host's own rules
 * does. Ends with this process. Without nft nothing is told.
 */
export function watchTable(table: string, changed: () => void): { close(): void } {
  const gone = new RegExp(`^delete (table|chain|rule|set|map) inet ${table}(\\s|$)`, 'm');
  const child: ChildProcess = spawnDependentReader('nft', ['monitor', 'ruleset']);
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = rest + text;
    const end = lines.lastIndexOf('\n') + 1;
    rest = lines.slice(end);
    if (gone.test(lines.slice(0, end))) changed();
  });
  child.on('error', () => undefined);
  child.unref();
  (child.stdout as { unref?: () => void } | null)?.unref?.();
  return { close: () => void child.kill() };
}
