import type { BuildInfo } from '@arca/api';
import { expandWord, familiarReference, invalidParameter, type Call } from '@arca/plugin-kit';
import { BuildArgs } from './build-args.js';
import { parseDockerfile, type Dockerfile, type Stage } from './dockerfile.js';
import { baseImage, configOf, emptyConfig } from './from.js';
import { argumentsOf, dispatch } from './instructions.js';
import { Lines } from './lines.js';
import type { BuildRequest } from './request.js';
import { BuildFailure, inRed, short, type Build, type Progress, type Tools } from './step.js';

/** A Dockerfile that is being built: its stages run side by side, as far as one does not need another. */
export class ImageBuild {
  readonly #file: Dockerfile;
  readonly #stages: readonly Stage[];
  readonly #global: BuildArgs;
  readonly #abort = new AbortController();
  readonly #results: Promise<string>[] = [];
  readonly #platformArgs: Readonly<Record<string, string>>;

  constructor(
    private readonly tools: Tools,
    private readonly request: BuildRequest,
    private readonly context: string,
    private readonly call: Call,
    { dockerfile, architecture }: { dockerfile: string; architecture: string },
  ) {
    this.#file = parseDockerfile(dockerfile);
    this.#stages = upTo(this.#file.stages, request);
    this.#platformArgs = platformArguments(request.platform, architecture);
    this.#global = new BuildArgs({ ...this.#platformArgs, ...request.args });
    for (const name of Object.keys(this.#platformArgs)) this.#global.declare(name, undefined);
  }

  /** What is told of it, to the end; the last value of one that fails has `error`. */
  async *output(): AsyncGenerator<BuildInfo> {
    const stop = () => this.#abort.abort(new Error('Build cancelled'));
    this.call.signal.addEventListener('abort', stop, { once: true });
    try {
      const all = this.#steps();
      yield* this.request.quiet ? quietly(all) : all;
    } catch (error) {
      const { message, code } = failureOf(error);
      yield { errorDetail: { ...(code === undefined ? {} : { code }), message }, error: message };
    } finally {
      stop();
      this.call.signal.removeEventListener('abort', stop);
      await Promise.allSettled(this.#results);
    }
  }

  async *#steps(): AsyncGenerator<BuildInfo> {
    const { warnings } = this.#file;
    if (warnings.length > 0) yield { stream: inRed(warnings.join('')) };
    const total = this.#stages.reduce(
      (sum, stage) => sum + 1 + stage.instructions.length,
      this.#file.args.length,
    );
    let step = 1;
    for (const arg of this.#file.args) {
      yield { stream: `Step ${step++}/${total} : ${arg.original}\n` };
      const lookup = (name: string) => this.#global.get(name);
      for (const [name, value] of argumentsOf(arg.text, lookup, this.#file.escape))
        this.#global.declare(name, value);
    }
    const outputs = this.#stages.map(() => new Lines());
    for (const [index, stage] of this.#stages.entries()) {
      const lines = outputs[index]!;
      const result = this.#stage(index, lines, { first: step, total }).finally(() => lines.end());
      result.catch(() => undefined);
      this.#results.push(result);
      step += 1 + stage.instructions.length;
    }
    let imageId = '';
    for (const [index, lines] of outputs.entries()) {
      yield* lines;
      imageId = await this.#results[index]!;
      if (imageId !== '') yield { aux: { ID: imageId } };
    }
    if (imageId === '') throw new BuildFailure('No image was generated. Is your Dockerfile empty?');
    yield* this.#finish(imageId);
  }

  async *#finish(imageId: string): AsyncGenerator<BuildInfo> {
    const unused = this.#global.unused();
    if (unused.length > 0)
      yield { stream: `[Warning] One or more build-args [${unused.join(' ')}] were not consumed\n` };
    const { agent, events } = this.tools;
    if (this.request.tags.length === 0) await agent.images.tag({ source: imageId, target: '' });
    yield { stream: `Successfully built ${short(imageId)}\n` };
    for (const target of this.request.tags) {
      await agent.images.tag({ source: imageId, target });
      const name = familiarReference(target);
      events.emit({ type: 'image', action: 'tag', id: imageId, attributes: { name } });
      yield { stream: `Successfully tagged ${name}\n` };
    }
  }

  async #stage(
    index: number,
    lines: Lines,
    { first, total }: { first: number; total: number },
  ): Promise<string> {
    const stage = this.#stages[index]!;
    const { escape } = this.#file;
    const args = new BuildArgs({ ...this.#platformArgs, ...this.request.args }, this.#global);
    const build: Build = {
      ...{ tools: this.tools, request: this.request, context: this.context, escape, call: this.call },
      signal: this.#abort.signal,
      stageImage: (reference, before) => this.#stageImage(reference, before),
    };
    lines.text(`Step ${first}/${total} : ${stage.from.original}\n`);
    const progress = await this.#begin(build, { stage: index, lines, args }, stage);
    const onBuild = progress.config.OnBuild ?? [];
    if (onBuild.length > 0) {
      lines.text(`# Executing ${onBuild.length} build trigger${onBuild.length > 1 ? 's' : ''}\n`);
      delete progress.config.OnBuild;
      for (const trigger of onBuild) {
        const [parsed] = parseDockerfile(`FROM scratch\n${trigger}`).stages;
        for (const instruction of parsed!.instructions) await dispatch(build, progress, instruction);
      }
    }
    lines.text(` ---> ${short(progress.imageId)}\n`);
    for (const [position, instruction] of stage.instructions.entries()) {
      lines.text(`Step ${first + 1 + position}/${total} : ${instruction.original}\n`);
      await dispatch(build, progress, instruction);
      lines.text(` ---> ${short(progress.imageId)}\n`);
    }
    return progress.imageId;
  }

  async #begin(
    build: Build,
    own: Pick<Progress, 'stage' | 'lines' | 'args'>,
    { base, platform }: Stage,
  ): Promise<Progress> {
    const word = (text: string) =>
      expandWord(text, (name) => this.#global.get(name), { escape: this.#file.escape });
    const reference = word(base);
    if (reference === '') throw new BuildFailure(`base name (${base}) should not be blank`);
    const fresh = { ...own, author: '', commandSet: false };
    if (reference === 'scratch') return { ...fresh, config: emptyConfig(), imageId: '' };
    const known = await this.#stageImage(reference, own.stage, true);
    const name = known ?? reference;
    const image = await baseImage(
      known ? { ...build, request: { ...build.request, pull: false } } : build,
      own,
      name,
      word(platform) || this.request.platform,
    );
    return { ...fresh, config: configOf(image), imageId: image.id };
  }

  async #stageImage(reference: string, before: number, byName = false): Promise<string | undefined> {
    const names = this.#stages.slice(0, before).map(({ name }) => name);
    const named = names.lastIndexOf(reference.toLowerCase());
    if (named >= 0) return this.#results[named];
    if (byName || !/^\d+$/.test(reference)) return undefined;
    const index = Number(reference);
    if (index === before)
      throw new BuildFailure(`invalid from flag value ${reference}: refers to current build stage`);
    if (index > before) throw new BuildFailure(`invalid from flag value ${reference}: index out of bounds`);
    return this.#results[index];
  }
}

/** The stages up to the target, the last one with the labels of the request. */
function upTo(stages: readonly Stage[], { target, labels }: BuildRequest): Stage[] {
  let last = stages.length - 1;
  if (target !== '') {
    last = stages.findLastIndex(({ name }) => name === target.toLowerCase());
    if (last < 0)
      throw invalidParameter(`target stage ${JSON.stringify(target)} could not be found`, 'build.target');
  }
  const kept = stages.slice(0, last + 1);
  const duplicate = kept.find(
    ({ name }, index) => name !== '' && kept.findIndex((other) => other.name === name) < index,
  );
  if (duplicate) throw invalidParameter(`${duplicate.name} stage name already used`, 'build.stage');
  const extra = Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({
      keyword: 'LABEL',
      flags: [],
      line: 0,
      heredocs: [],
      original: `LABEL ${name}=${value}`,
      text: `${quoted(name)}=${quoted(value)}`,
    }));
  const final = kept.at(-1)!;
  return [...kept.slice(0, -1), { ...final, instructions: [...final.instructions, ...extra] }];
}

/** Taken as it is: single quotes, with those in it apart. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'"'"'`)}'`;

function platformArguments(platform: string, architecture: string): Record<string, string> {
  const own = `linux/${architecture}`;
  const [os = 'linux', arch = architecture, variant = ''] = (platform || own).split('/');
  return {
    BUILDPLATFORM: own,
    BUILDOS: 'linux',
    BUILDARCH: architecture,
    BUILDVARIANT: '',
    TARGETPLATFORM: platform || own,
    TARGETOS: os,
    TARGETARCH: arch,
    TARGETVARIANT: variant,
  };
}

/** The id alone; of a build that fails all that it told. */
async function* quietly(all: AsyncIterable<BuildInfo>): AsyncGenerator<BuildInfo> {
  const told: BuildInfo[] = [];
  let last = '';
  try {
    for await (const item of all) {
      told.push(item);
      last = (item.aux as { ID?: string } | undefined)?.ID ?? last;
    }
  } catch (error) {
    yield* told.filter(({ stream }) => stream !== undefined);
    throw error;
  }
  yield { stream: `${last}\n` };
}

function failureOf(error: unknown): { message: string; code?: number } {
  if (error instanceof BuildFailure) return { message: error.message, code: error.code };
  return { message: error instanceof Error ? error.message : String(error) };
}
