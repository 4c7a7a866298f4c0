import { hasApi, timed, type Question } from '../question.js';

const ping: Question = {
  name: 'ping',
  asks: 'GET /_ping, 300 in a row over one connection each',
  unit: '1/s',
  rounds: 5,
  lower: false,
  answers: hasApi,
  async measure({ api }) {
    const count = 300;
    const took = await timed(async () => {
      for (let index = 0; index < count; index++) await api!.ping();
    });
    return (count * 1000) / took;
  },
};

const megabytes = (bytes: number) => bytes / 1e6;

const idle: Question = {
  name: 'memory-idle',
  asks: 'memory of the daemon and all its processes with no container running (PSS)',
  unit: 'MB',
  rounds: 3,
  lower: true,
  answers: hasApi,
  measure: async ({ api }) => megabytes(await api!.memory()),
};

const perContainer: Question = {
  name: 'memory-container',
  asks: 'more of it for each of ten running containers, the containers themselves not counted',
  unit: 'MB',
  rounds: 2,
  lower: true,
  answers: hasApi,
  async measure({ api }) {
    const before = await api!.memory();
    const ids: string[] = [];
    for (let count = 0; count < 10; count++) {
      const id = await api!.create(['sleep', '600']);
      ids.push(id);
      await api!.start(id);
    }
    const after = await api!.memory();
    for (const id of ids) await api!.remove(id);
    return megabytes(after - before) / ids.length;
  },
};

export const questions = [ping, idle, perContainer];
