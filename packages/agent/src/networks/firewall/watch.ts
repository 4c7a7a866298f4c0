import type { ChildProcess } from 'node:child_process';
import { spawnDependentReader } from '../../linux/dependents.js';

/**
 * Tells when something goes from a table that should be there: rules, chains and sets, as by `nft flush ruleset` when the
 * host's own rules are reloaded, or by another rule in their place; and elements that `isMissed`. Ends with this
 * process. Without nft nothing is told.
 */
export function watchTable(
  table: string,
  isMissed: (set: string, key: readonly string[]) => boolean,
  changed: () => void,
): { close(): void } {
  const gone = new RegExp(`^delete (table|chain|rule|set|map) inet ${table}(\\s|$)`);
  const element = new RegExp(`^delete element inet ${table} (\\S+) \\{ (.+?) comment "`);
  const matters = (line: string): boolean => {
    if (gone.test(line)) return true;
    const [, set, key] = element.exec(line) ?? [];
    return set !== undefined && isMissed(set, key!.replaceAll('"', '').split(' . '));
  };
  const child: ChildProcess = spawnDependentReader('nft', ['monitor', 'ruleset']);
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    if (lines.some(matters)) changed();
  });
  child.on('error', () => undefined);
  child.unref();
  (child.stdout as { unref?: () => void } | null)?.unref?.();
  return { close: () => void child.kill() };
}
