// The service Networks in a process of its own, driven over IPC, so that tests can put it into namespaces and kill it.
import { AgentError, inProcess, Networks } from '@arca/agent-proto';
import { createNetworks } from '../service.js';

export interface Call {
  id: number;
  method: string;
  request: object;
}

export interface Reply {
  id: number;
  result?: unknown;
  failure?: { code: string; message: string };
}

const networks = await createNetworks({ instance: process.argv[2]! });
const client = inProcess(Networks, networks.service) as unknown as Record<
  string,
  (request: object) => unknown
>;
client.removeAll = () => networks.removeAll();
client.close = () => networks.close();

process.on('message', ({ id, method, request }: Call) => {
  void answer(id, method, request);
});
process.on('disconnect', () => process.exit());
process.send!({ id: 0 } satisfies Reply);

async function answer(id: number, method: string, request: object): Promise<void> {
  try {
    process.send!({ id, result: await client[method]!(request) } satisfies Reply);
  } catch (error) {
    const code = error instanceof AgentError ? error.code : 'not an AgentError';
    process.send!({ id, failure: { code, message: String((error as Error).message) } } satisfies Reply);
  }
}
