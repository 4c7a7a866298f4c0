import { Coprocess } from './coprocess.js';
import { runCommand } from './commands.js';
import { netlinkRequests } from './netlink.js';
import { elementRequests, type SetElement } from './nftables-requests.js';
import { NETLINK_NETFILTER, netlinkSocket } from './syscalls.js';

/** A transaction that nft(8) refused: nothing of it has happened. */
export class NftablesError extends Error {
  override readonly name = 'NftablesError';
}

/** nft(8) as a coprocess. */
export class Nftables {
  private readonly coprocess = new Coprocess({
    program: 'nft',
    args: ['-i'],
    barrier: 'barrier',
    // A syntax error, with the line and a mark below it.
    answered: /Error: [^\n]*\nbarrier\n\s*\^+\n$/,
  });

  /** Carries out the statements as one transaction. Rejects with NftablesError, which says what was wrong where. */
  async transaction(statements: readonly string[]): Promise<void> {
    const { output } = await this.coprocess.request([statements.join('; ')]);
    if (/^Error: /m.test(output)) throw new NftablesError(explain(output));
  }

  close(): Promise<void> {
    return this.coprocess.close();
  }
}

/** nft repeats the whole transaction and marks the spot below it: keep the message and the marked statement. */
export function explain(output: string): string {
  const [error = '', line = '', mark = ''] = output.slice(output.indexOf('Error: ')).split('\n');
  const place = mark.indexOf('^');
  const from = line.lastIndexOf('; ', place) + 1;
  const until = line.indexOf('; ', place);
  const statement = place < 0 ? line : line.slice(from, until < 0 ? undefined : until);
  return `${error.replace('Error: ', 'nft: ')}: ${statement.trim()}`;
}

/** Changes elements of a table's sets as one transaction, without nft(8). Rejects with NetlinkError. */
export function changeElements(
  table: string,
  change: { removed: readonly SetElement[]; added: readonly SetElement[] },
): Promise<void> {
  return netlinkRequests(netlinkSocket(NETLINK_NETFILTER), elementRequests(table, change));
}

/** What `nft -j list …` gives, without the heading. Empty when there is no such object. */
export async function listRuleset(...what: string[]): Promise<Record<string, unknown>[]> {
  const { code, stdout } = await runCommand('nft', ['-j', 'list', ...what]);
  if (code !== 0) return [];
  return (JSON.parse(stdout) as { nftables: Record<string, unknown>[] }).nftables;
}
