import { timed, type Question } from '../question.js';

/** `docker run --rm IMAGE true` from the command line's start to its end. */
const run = (name: string, network: boolean): Question => ({
  name,
  asks: `run --rm IMAGE true, ${network ? 'on the default bridge' : 'without network'}, by the command line`,
  unit: 'ms',
  rounds: 15,
  lower: true,
  answers: (subject) => !(network && ['crun', 'runc'].includes(subject.name)),
  measure: (subject) => timed(() => subject.run({ network })),
});

export const questions = [run('run-bridge', true), run('run-none', false)];
