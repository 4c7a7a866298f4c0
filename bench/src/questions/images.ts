import { openSync, readSync } from 'node:fs';
import { makeImage, Registry, writeTar, type TestImage } from '@arca/test';
import { hasApi, timed, type Question } from '../question.js';

const LAYERS = 5;
const FILES = 200; // a layer
const SIZE = 100_000; // bytes of a file

/** Pieces of a program: they pack about as well as what images hold. */
async function layer(index: number): Promise<Buffer> {
  const program = openSync(process.execPath, 'r');
  const files = Array.from({ length: FILES }, (_, file) => {
    const content = Buffer.alloc(SIZE);
    readSync(program, content, 0, SIZE, ((index * FILES + file) * SIZE) % 80_000_000);
    return { name: `layer${index}-${file}`, type: 'file' as const, mode: 0o644, content };
  });
  return writeTar(files);
}

let image: Promise<TestImage> | undefined;
const made = (): Promise<TestImage> =>
  (image ??= Promise.all(Array.from({ length: LAYERS }, (_, index) => layer(index))).then((layers) =>
    makeImage(['bench/images:1'], {}, layers),
  ));

let registry: Promise<Registry> | undefined;
async function served(): Promise<Registry> {
  registry ??= Registry.start().then(async (started) => {
    await started.push(await made(), 'bench/images', '1', true);
    return started;
  });
  return registry;
}

const load: Question = {
  name: 'load',
  asks: 'POST /images/load of five plain layers, together 100 MB in 1,000 files',
  unit: 'ms',
  rounds: 5,
  lower: true,
  answers: hasApi,
  async measure({ api }) {
    const { client } = api!;
    const { tar, id } = await made();
    const headers = { 'Content-Type': 'application/x-tar' };
    const took = await timed(async () => {
      const answer = await client.call('POST', '/images/load', { body: tar, headers });
      if (!answer.text.includes('Loaded image')) throw new Error(answer.text.slice(-300));
    });
    client.expect(await client.delete(`/images/${id}`, { force: true }), 200);
    return took;
  },
};

const pull: Question = {
  name: 'pull',
  asks: 'POST /images/create of the same five layers, packed by gzip, from a registry on loopback',
  unit: 'ms',
  rounds: 5,
  lower: true,
  answers: hasApi,
  async measure({ api }) {
    const { client } = api!;
    const fromImage = `${(await served()).host}/bench/images`;
    const took = await timed(async () => {
      const answer = await client.post('/images/create', undefined, { fromImage, tag: '1' });
      if (!answer.text.includes('Downloaded newer image')) throw new Error(answer.text.slice(-300));
    });
    client.expect(await client.delete(`/images/${(await made()).id}`, { force: true }), 200);
    return took;
  },
};

export const questions = [load, pull];

/** Ends what the questions have started. */
export const end = async (): Promise<void> => (await registry)?.stop();
