import { hasApi, timed, type Question } from '../question.js';

/** Start to end of a container on a user-defined network, which has a name server for it, among others of that network. */
const startOn = (name: string, neighbours: number): Question => ({
  name,
  asks: `POST …/start until …/wait answers, on a user-defined network${neighbours ? ` with ${neighbours} others` : ''}`,
  unit: 'ms',
  rounds: 7,
  lower: true,
  answers: hasApi,
  async measure({ api }) {
    const { client } = api!;
    const NetworkMode = 'bench';
    const made = await client.post('/networks/create', { Name: NetworkMode });
    client.expect(made, 201);
    const others: string[] = [];
    try {
      for (let count = 0; count < neighbours; count++)
        others.push(await client.start({ Cmd: ['sleep', '600'], HostConfig: { NetworkMode } }));
      const took: number[] = [];
      for (let count = 0; count < 3; count++) {
        const id = await client.create({ Cmd: ['true'], HostConfig: { NetworkMode } });
        took.push(
          await timed(async () => {
            await api!.start(id);
            await api!.wait(id);
          }),
        );
        await api!.remove(id);
      }
      return took.sort((a, b) => a - b)[1]!;
    } finally {
      for (const id of others) await api!.remove(id);
      client.expect(await client.delete(`/networks/${NetworkMode}`), 204);
    }
  },
});

export const questions = [startOn('start-network', 0), startOn('start-network-20', 20)];
