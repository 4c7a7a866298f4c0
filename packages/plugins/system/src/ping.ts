import type { Agent } from '@arca/agent-proto';
import type { Call, OperationFunction } from '@arca/plugin-kit';

/** What clients learn from a ping before they speak, besides the headers of every answer. */
const headers = {
  Swarm: 'inactive',
  'Cache-Control': 'no-cache, no-store, must-revalidate',
  Pragma: 'no-cache',
};

/** The builder that clients shall use: `2` is BuildKit, where there is one, `1` the classic builder. */
async function setHeaders(agent: Agent, call: Call): Promise<void> {
  for (const [name, value] of Object.entries(headers)) call.setHeader(name, value);
  const { available } = await agent.buildKit.find({});
  call.setHeader('Builder-Version', available ? '2' : '1');
}

/** `GET /_ping`: `OK`. */
export const ping =
  (agent: Agent): OperationFunction<'SystemPing'> =>
  async (_request, call) => {
    await setHeaders(agent, call);
    return 'OK';
  };

/** `HEAD /_ping`: the headers of that. */
export const pingHead =
  (agent: Agent): OperationFunction<'SystemPingHead'> =>
  async (_request, call) => {
    await setHeaders(agent, call);
    return '';
  };
