import type { LifecycleContext } from '@arca/plugin-kit';
import type { Parts } from './connections.js';
import { ownNames, strayLines } from './files.js';
import type { Fields } from './manifest.js';
import type { NetworkRuntime } from './record.js';
import { resolvOf, type ResolverKind } from './resolv-conf.js';

const kinds: readonly ResolverKind[] = ['named', 'bridge', 'bridge6'];

/**
 * Brings hosts and resolv.conf of a running container to what is kept of them: a crash may have come between their
 * rewriting and the record of it. What others have written there stays.
 */
export async function repairFiles(
  { agent }: Pick<Parts, 'agent'>,
  fields: Fields,
  { container: { id }, host }: Pick<LifecycleContext, 'container' | 'host'>,
  { hosts, resolv }: NetworkRuntime,
): Promise<void> {
  const { Hostname, Domainname } = fields.Config;
  const names = ownNames({ hostname: Hostname ?? '', domainname: Domainname ?? '' });
  const { content } = await agent.containers.readFile({ id, path: '/etc/hosts' });
  const found = Buffer.from(content ?? []).toString();
  const stray = strayLines(found, hosts, names);
  const rewrite = (name: string, before: string, text: string, byLines: boolean) =>
    agent.containers.rewriteFile({ id, name, before, content: text, byLines });
  // Its own lines that a disconnection has taken away come back with it; of what somebody has emptied nothing comes back.
  const others = hosts.split('\n').filter((line) => !line.endsWith(`\t${names}`));
  const isOurs = others.every((line) => found.split('\n').includes(line));
  const before = [isOurs ? others.join('\n') : hosts, stray].join('\n');
  if (found !== '' && found !== hosts) await rewrite('hosts', before, hosts, true);
  for (const kind of kinds) {
    const text = resolvOf(fields, host, kind);
    if (text !== resolv) await rewrite('resolv.conf', text, resolv, false);
  }
}
