// `npm run bench [-- question …]`: asks each question of all subjects in turn, so that what else the machine does meets
// them alike, prints medians and ratios, and writes every figure to bench/out/.
import '@arca/test/isolation';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dockerdIsInstalled } from '@arca/test';
import type { Question } from './question.js';
import { questions as containerQuestions } from './questions/container.js';
import { questions as daemonQuestions } from './questions/daemon.js';
import { questions as buildQuestions } from './questions/build.js';
import { questions as explainQuestions } from './questions/explain.js';
import { end as endImages, questions as imageQuestions } from './questions/images.js';
import { questions as latencyQuestions } from './questions/latency.js';
import { questions as loggingQuestions } from './questions/logging.js';
import { questions as lookupQuestions } from './questions/lookups.js';
import { questions as networkQuestions } from './questions/network.js';
import { questions as runQuestions } from './questions/run.js';
import { questions as sdkQuestions } from './questions/sdk.js';
import { questions as streamQuestions } from './questions/streams.js';
import { median, table, type Answer } from './report.js';
import type { Subject } from './subject.js';
import { BareSubject, runtimeIsInstalled } from './subjects/bare.js';
import { EngineSubject } from './subjects/engine.js';
import { PodmanSubject, podmanIsInstalled } from './subjects/podman.js';

const all: Question[] = [
  ...runQuestions,
  ...containerQuestions,
  ...daemonQuestions,
  ...streamQuestions,
  ...loggingQuestions,
  ...latencyQuestions,
  ...buildQuestions,
  ...imageQuestions,
  ...networkQuestions,
  ...lookupQuestions,
  ...explainQuestions,
  ...sdkQuestions,
];
const wanted = process.argv.slice(2);
const asked = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

const subjects: Subject[] = [
  new EngineSubject('arca'),
  ...(dockerdIsInstalled() ? [new EngineSubject('dockerd')] : []),
  ...(podmanIsInstalled() ? [new PodmanSubject()] : []),
  ...(['crun', 'runc'] as const).filter(runtimeIsInstalled).map((name) => new BareSubject(name)),
];

const started: Subject[] = [];
const answers: Answer[] = [];
try {
  for (const subject of subjects) {
    try {
      await subject.start();
      started.push(subject);
    } catch (error) {
      process.stderr.write(`${subject.name} takes no part: ${(error as Error).message}\n`);
    }
  }
  for (const question of asked) answers.push(...(await ask(question)));
} finally {
  await endImages();
  for (const subject of started.reverse())
    await subject
      .stop()
      .catch((error: unknown) => process.stderr.write(`${subject.name}: ${String(error)}\n`));
}

process.stdout.write(`\n${table(answers)}\n`);
mkdirSync('bench/out', { recursive: true });
const file = `bench/out/${new Date().toISOString().replace(/[:.]/g, '-')}.json`;
const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
writeFileSync(
  file,
  JSON.stringify(
    {
      machine,
      answers: answers.map(({ question, figures }) => ({
        question: question.name,
        unit: question.unit,
        figures,
      })),
    },
    null,
    1,
  ),
);
process.stdout.write(`figures: ${file}\n`);

async function ask(question: Question): Promise<Answer[]> {
  const given: Answer[] = [question, ...(question.also ?? [])].map((asked) => ({
    question: asked,
    figures: {},
  }));
  const able = started.filter((subject) => question.answers(subject));
  // One round first that does not count: caches, pools and images warm up in all.
  for (let round = -1; round < question.rounds; round++) {
    for (const subject of able) {
      try {
        const measured = [await question.measure(subject)].flat();
        if (round >= 0)
          for (const [place, { figures }] of given.entries())
            (figures[subject.name] ??= []).push(measured[place]!);
      } catch (error) {
        process.stderr.write(
          `${question.name}: ${subject.name} fails: ${(error as Error).message.split('\n')[0]}\n`,
        );
      }
    }
  }
  for (const { question: asked, figures } of given) {
    const summary = Object.entries(figures).map(([name, values]) => `${name} ${median(values).toFixed(1)}`);
    process.stdout.write(`${asked.name} (${asked.unit}): ${summary.join(', ')}\n`);
  }
  return given;
}
