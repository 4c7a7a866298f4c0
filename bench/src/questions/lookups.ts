import { lookUps } from '@arca/test';
import { setTimeout as delay } from 'node:timers/promises';
import { hasApi, type Question } from '../question.js';

/** Look-ups of a name of the network that a container gets answered while others start and go. */
const lookups: Question = {
  name: 'lookups',
  asks: 'answered look-ups of a container’s name, 32 at a time, while another starts and is removed each second',
  unit: '1/s',
  rounds: 5,
  lower: false,
  answers: hasApi,
  async measure({ api }) {
    const { client } = api!;
    const HostConfig = { NetworkMode: 'bench' };
    client.expect(await client.post('/networks/create', { Name: HostConfig.NetworkMode }), 201);
    const ids: string[] = [];
    const sleeper = async (name?: string) => {
      const id = await client.start({ Cmd: ['sleep', '600'], HostConfig }, name);
      ids.push(id);
      return id;
    };
    try {
      const { State } = await client.inspect(await sleeper('steady'));
      const { good, bad, seconds } = await lookUps(State.Pid, 32, async () => {
        for (let count = 0; count < 4; count++) {
          // The same work for each engine in the same time: the faster one would have more of it.
          const beat = delay(1000);
          await api!.remove(await sleeper());
          ids.pop();
          await beat;
        }
      });
      if (bad > 0) throw new Error(`${bad} look-ups failed`);
      return good / seconds;
    } finally {
      for (const id of ids) await api!.remove(id);
      client.expect(await client.delete(`/networks/${HostConfig.NetworkMode}`), 204);
    }
  },
};

export const questions = [lookups];
