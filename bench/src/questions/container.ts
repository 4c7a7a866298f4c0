import { hasApi, timed, type Question } from '../question.js';

const create: Question = {
  name: 'create',
  asks: 'POST /containers/create',
  unit: 'ms',
  rounds: 15,
  lower: true,
  answers: hasApi,
  async measure({ api }) {
    let id = '';
    const took = await timed(async () => (id = await api!.create(['true'])));
    await api!.remove(id);
    return took;
  },
};

const startToExit: Question = {
  name: 'start-exit',
  asks: 'POST …/start until …/wait answers, on the default bridge',
  unit: 'ms',
  rounds: 15,
  lower: true,
  answers: hasApi,
  async measure({ api }) {
    const id = await api!.create(['true']);
    const took = await timed(async () => {
      await api!.start(id);
      await api!.wait(id);
    });
    await api!.remove(id);
    return took;
  },
};

const exec: Question = {
  name: 'exec',
  asks: 'exec of `true`: create, start, end of output',
  unit: 'ms',
  rounds: 5,
  lower: true,
  answers: hasApi,
  async measure({ api }) {
    const id = await api!.create(['sleep', '600']);
    await api!.start(id);
    await api!.exec(id);
    const took: number[] = [];
    for (let count = 0; count < 5; count++) took.push(await timed(() => api!.exec(id)));
    await api!.remove(id);
    return took.sort((a, b) => a - b)[2]!;
  },
};

export const questions = [create, startToExit, exec];
