import { conflict } from '@arca/plugin-kit';
import type { Parts } from './connections.js';
import { nothing, type NetworkRuntime } from './record.js';

/**
 * What a container has that joins another's network, as dockerd: the namespace and the very files of the other, so that
 * what is written there shows here. Throws Conflict when the other does not run.
 */
export async function joinContainer(
  { containers, agent }: Pick<Parts, 'containers' | 'agent'>,
  reference: string,
): Promise<NetworkRuntime> {
  const other = containers.get(reference);
  if (other.state.status !== 'running') {
    throw conflict(`cannot join network of a non running container: ${other.id}`, 'network.not-running');
  }
  const path = `/proc/${other.state.pid}/ns/net`;
  const { files } = (other.runtime['network'] ?? nothing) as NetworkRuntime;
  if (!files) return { ...nothing, path, files: other.directory };
  if (containers.list().some(({ directory }) => directory === files)) return { ...nothing, path, files };
  // Whose files the other has was removed: nobody can mount them again.
  const read = async (name: string) => {
    const { content } = await agent.containers.readFile({ id: other.id, path: name });
    return Buffer.from(content ?? []).toString();
  };
  return { ...nothing, path, hosts: await read('/etc/hosts'), resolv: await read('/etc/resolv.conf') };
}
