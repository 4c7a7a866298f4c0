import { readFile } from 'node:fs/promises';
import { runCommand } from './commands.js';
import { listRuleset } from './nftables.js';

/** A chain of somebody else's that drops what it does not know before it is forwarded. */
export interface ForwardBarrier {
  /** `table chain` as its tool names it. */
  where: string;
  /** The program that changes the table when it is iptables'. */
  tool?: 'iptables-nft' | 'ip6tables-nft' | 'iptables-legacy' | 'ip6tables-legacy';
  /** Whether dockerd's chain for the administrator's rules is there: it is asked first. */
  dockerUser: boolean;
}

interface ListedChain {
  family: string;
  table: string;
  name: string;
  hook?: string;
  policy?: string;
}

/** Base chains at the forward hook with policy drop, other than those of the table `own`. */
export async function forwardBarriers(own: string): Promise<ForwardBarrier[]> {
  const listed = await listRuleset('chains');
  const chains = listed.flatMap(({ chain }) => (chain ? [chain as ListedChain] : []));
  const barriers = chains
    .filter(({ hook, policy, table }) => hook === 'forward' && policy === 'drop' && table !== own)
    .map(({ family, table, name }): ForwardBarrier => {
      const isIptables = table === 'filter' && name === 'FORWARD' && ['ip', 'ip6'].includes(family);
      const dockerUser = chains.some(
        (chain) => chain.family === family && chain.table === table && chain.name === 'DOCKER-USER',
      );
      const tool = family === 'ip' ? 'iptables-nft' : 'ip6tables-nft';
      return { where: `${family} ${table} ${name}`, dockerUser, ...(isIptables ? { tool } : {}) };
    });
  return [...barriers, ...(await legacyBarriers())];
}

/** Asking iptables-legacy makes the kernel have its tables, so it is asked only when it has them. */
async function legacyBarriers(): Promise<ForwardBarrier[]> {
  const barriers: ForwardBarrier[] = [];
  for (const tool of ['iptables-legacy', 'ip6tables-legacy'] as const) {
    const list = `/proc/thread-self/net/${tool === 'iptables-legacy' ? 'ip' : 'ip6'}_tables_names`;
    const tables = await readFile(list, 'utf8').catch(() => '');
    if (!tables.split('\n').includes('filter')) continue;
    const { stdout } = await runCommand(tool, ['-w', '-S']);
    if (!/^-P FORWARD DROP$/m.test(stdout)) continue;
    barriers.push({ where: `${tool} FORWARD`, tool, dockerUser: /^-N DOCKER-USER$/m.test(stdout) });
  }
  return barriers;
}
