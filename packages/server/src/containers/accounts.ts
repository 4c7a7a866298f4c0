import type { Agent } from '@arca/agent-proto';
import type { Accounts } from './collaborators.js';

/** `/etc/passwd` and `/etc/group` of a container's root file system, empty when it has none. */
export async function readAccounts(agent: Pick<Agent, 'containers'>, id: string): Promise<Accounts> {
  const read = async (path: string) => {
    const { found, content } = await agent.containers.readFile({ id, path });
    return found ? Buffer.from(content).toString() : '';
  };
  const [passwd, group] = await Promise.all([read('/etc/passwd'), read('/etc/group')]);
  return { passwd, group };
}
