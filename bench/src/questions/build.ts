import { BUSYBOX, writeTar } from '@arca/test';
import { hasApi, timed, type Question } from '../question.js';

const steps = Array.from({ length: 6 }, (_, index) => `RUN echo ${index} > /step-${index}`);
const dockerfile = `FROM ${BUSYBOX}\nENV A=1\nWORKDIR /w\nCOPY data .\n${steps.join('\n')}\n`;

const build: Question = {
  name: 'build',
  asks: 'POST /build of ten steps (six RUN, one COPY of 10 MB) without cache',
  unit: 'ms',
  rounds: 3,
  lower: true,
  answers: hasApi,
  async measure({ api }) {
    const { client } = api!;
    const body = await writeTar([
      { name: 'Dockerfile', mode: 0o644, content: dockerfile },
      { name: 'data', mode: 0o644, content: Buffer.alloc(10_000_000, 'x') },
    ]);
    const headers = { 'Content-Type': 'application/x-tar' };
    const took = await timed(async () => {
      const answer = await client.call('POST', '/build', {
        body,
        headers,
        query: { t: 'bench/build', nocache: true },
      });
      if (!answer.text.includes('Successfully tagged')) throw new Error(answer.text.slice(-300));
    });
    client.expect(await client.delete('/images/bench/build', { force: true }), 200);
    await client.post('/build/prune', undefined, { all: true });
    return took;
  },
};

export const questions = [build];
