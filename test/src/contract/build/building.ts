import type { Suite } from '../../harness/suite.js';
import { BUSYBOX } from '../../harness/busybox.js';
import { writeTar } from '../../harness/tar.js';

export interface BuildLine {
  stream?: string;
  aux?: { ID: string };
  error?: string;
  errorDetail?: { code?: number; message: string };
}

export interface Built {
  status: number;
  lines: BuildLine[];
  /** All that a person reads. */
  text: string;
  /** Of the last stage; empty when it failed. */
  id: string;
  error: string;
}

export type Entry = Parameters<typeof writeTar>[0][number];
export type Query = Record<string, string | string[]>;

export const file = (name: string, content: string, mode = 0o644): Entry => ({ name, mode, content });

/** Builds images by the API with a context made of entries; `{base}` in a Dockerfile is the test image. */
export class Building {
  constructor(private readonly suite: Suite) {}

  async build(dockerfile: string, entries: readonly Entry[] = [], query: Query = {}): Promise<Built> {
    const context = await writeTar([
      file('Dockerfile', dockerfile.replaceAll('{base}', BUSYBOX)),
      ...entries,
    ]);
    return this.send(context, query);
  }

  async send(context: Buffer, query: Query = {}): Promise<Built> {
    const given = Object.entries(query).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    );
    const answer = await this.suite.api.call('POST', `/build?${new URLSearchParams(given).toString()}`, {
      body: context,
      headers: { 'Content-Type': 'application/x-tar' },
    });
    const lines = answer.text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as BuildLine & { message?: string });
    const error = lines.at(-1)?.error ?? lines.at(-1)?.message ?? '';
    return {
      status: answer.status,
      lines,
      text: lines.map(({ stream = '' }) => stream).join(''),
      id: error === '' ? (lines.flatMap(({ aux }) => aux?.ID ?? []).at(-1) ?? '') : '',
      error,
    };
  }

  /** Builds what must succeed, runs a script in the image, and gives what it printed. */
  async output(script: string, dockerfile: string, entries: readonly Entry[] = [], query: Query = {}) {
    const { id, error } = await this.build(dockerfile, entries, query);
    if (id === '') throw new Error(`build failed: ${error}`);
    const body = { Image: id, Entrypoint: ['/bin/sh', '-c'], Cmd: [script] };
    return (await this.suite.api.run(body)).stdout;
  }

  /** Removes all containers, and all images but those that were there before. */
  async wipe(): Promise<void> {
    await this.suite.api.wipe();
    const images = (await this.suite.api.get('/images/json')).json<
      { Id: string; RepoTags: string[] | null }[]
    >();
    for (const { Id, RepoTags } of images)
      if (!RepoTags?.includes(BUSYBOX)) await this.suite.api.delete(`/images/${Id}`, { force: true });
    await this.suite.api.post('/images/prune', undefined, {});
    await this.suite.api.post('/build/prune', undefined, { all: 'true' });
  }
}
