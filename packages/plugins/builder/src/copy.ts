import { AgentError, type BuildSource, type SelectedFile } from '@arca/agent-proto';
import { expandWord, flagValues, jsonWords, splitWords } from '@arca/plugin-kit';
import { createHash, randomBytes } from 'node:crypto';
import { posix } from 'node:path';
import { commitStep, nothingRun } from './commit.js';
import type { Instruction } from './dockerfile.js';
import { baseImage } from './from.js';
import { ownerOf } from './owner.js';
import { needsBuildKit } from './run.js';
import { BuildFailure, type Build, type Progress } from './step.js';
import { variablesOf } from './variables.js';

type Source = Partial<Pick<BuildSource, 'context' | 'containerId'>>;

/** Files of one source, as the agent selected them. */
interface Group {
  source: Source;
  files: readonly SelectedFile[];
  /** Archives of the context are unpacked by ADD. */
  unpack: boolean;
}

const flagNames = [
  'from',
  'chown',
  'chmod',
  'link',
  'parents',
  'exclude',
  'checksum',
  'keep-git-dir',
] as const;

/** COPY and ADD: an image with files of the context, of another image, of a URL, or of the Dockerfile itself. */
export async function copy(build: Build, progress: Progress, instruction: Instruction): Promise<void> {
  const { keyword } = instruction;
  const flags = flagValues(instruction.flags, flagNames);
  for (const name of ['link', 'parents', 'exclude', 'checksum', 'keep-git-dir'] as const)
    if (flags[name] !== undefined) throw needsBuildKit(`--${name}`);
  const word = (text: string) => expandWord(text, variablesOf(progress), { escape: build.escape });
  const first = instruction.heredocs.length > 0 ? instruction.text.split('\n', 1)[0]! : instruction.text;
  const words = (jsonWords(first) ?? splitWords(first, build.escape)).map(word);
  if (words.length < 2)
    throw new BuildFailure(
      `${keyword} requires at least two arguments, but only one was provided. Destination could not be determined`,
    );
  const destination = destinationOf(words.at(-1)!, progress.config.WorkingDir || '/');
  const gathering = new Gathering(build, progress, instruction);
  try {
    const groups = await gathering.gather(
      words.slice(0, -1),
      flags.from === undefined ? undefined : word(flags.from),
    );
    const files = groups.flatMap((group) => group.files);
    if (files.length === 0) throw new BuildFailure(`${keyword} failed: no source files were specified`);
    if (files.length > 1 && !destination.endsWith('/'))
      throw new BuildFailure(
        `When using ${keyword} with more than one source file, the destination must be a directory and end with a /`,
      );
    const chown = word(flags.chown ?? '');
    const comment = `${keyword} ${chown && `--chown=${chown} `}${flags.chmod ? `--chmod=${flags.chmod} ` : ''}${digestOf(files)} in ${words.at(-1)} `;
    await commitStep(build, progress, nothingRun(progress, comment, ''), {
      make: () => fill(build, progress, groups, { destination, chown, chmod: flags.chmod }),
      done: async (id) => void (await build.tools.agent.containers.remove({ id })),
    });
  } finally {
    await gathering.release();
  }
}

/** One file or directory by its own digest, several by one over all. */
function digestOf(files: readonly SelectedFile[]): string {
  const hex = (digest: string) => digest.replace(/^sha256:/, '');
  const [only] = files;
  if (files.length === 1) return `${only!.directory ? 'dir' : 'file'}:${hex(only!.digest)}`;
  const all = files.map(({ digest }) => digest).join(',');
  return `multi:${createHash('sha256').update(all).digest('hex')}`;
}

function destinationOf(given: string, workingDirectory: string): string {
  const isDirectory = /(^|\/)\.{0,2}$/.test(given);
  const path = posix.resolve('/', workingDirectory, given);
  return isDirectory && path !== '/' ? `${path}/` : path;
}

/** A layer of its own on top of an image; the caller removes it. */
export async function layerOn({ tools: { agent } }: Build, imageId: string): Promise<string> {
  const id = randomBytes(32).toString('hex');
  await agent.containers.create({ id, imageId });
  return id;
}

async function fill(
  build: Build,
  progress: Progress,
  groups: readonly Group[],
  { destination, chown, chmod }: { destination: string; chown: string; chmod: string | undefined },
): Promise<string> {
  const { agent } = build.tools;
  if (chmod !== undefined && !/^[0-7]{1,4}$/.test(chmod))
    throw new BuildFailure(
      `invalid chmod parameter: '${chmod}'. it should be octal string and between 0 and 07777`,
    );
  const owner = await ownerOf(build, progress, chown);
  const id = await layerOn(build, progress.imageId);
  try {
    for (const { source, files, unpack } of groups) {
      const paths = files.map(({ path }) => path);
      const mode = chmod === undefined ? {} : { setMode: true, mode: Number.parseInt(chmod, 8) };
      const request = { source, paths, containerId: id, destination, owner, unpack, ...mode };
      await agent.builds.copy(request, { signal: build.signal });
    }
    return id;
  } catch (error) {
    await agent.containers.remove({ id }).catch(() => undefined);
    throw new BuildFailure(`failed to copy files: ${(error as Error).message}`, undefined, { cause: error });
  }
}

/** Finds the sources of one instruction, and lets go of them. */
class Gathering {
  readonly #undo: (() => Promise<unknown>)[] = [];

  constructor(
    private readonly build: Build,
    private readonly progress: Progress,
    private readonly instruction: Instruction,
  ) {}

  async gather(words: readonly string[], from: string | undefined): Promise<Group[]> {
    const { keyword, heredocs } = this.instruction;
    const written = heredocs.length > 0 ? await this.#written() : undefined;
    const groups: Group[] = [];
    const source = from === undefined ? { context: this.build.context } : await this.#image(from);
    for (const text of words) {
      if (/^<<-?["']?/.test(text) && written) {
        const name = text.replace(/^<<-?/, '').replace(/["']/g, '');
        groups.push({ source: written, files: await this.#select(written, name), unpack: false });
      } else if (keyword === 'ADD' && /^https?:\/\//.test(text)) groups.push(await this.#downloaded(text));
      else {
        const files = await this.#select(source, text.replace(/^\/+/, '') || '.', from === undefined);
        groups.push({ source, files, unpack: keyword === 'ADD' });
      }
    }
    return groups;
  }

  async release(): Promise<void> {
    for (const undo of this.#undo.splice(0)) await undo().catch(() => undefined);
  }

  async #select(source: Source, path: string, ofContext = false): Promise<SelectedFile[]> {
    try {
      return (await this.build.tools.agent.builds.select({ source, paths: [path] })).files;
    } catch (error) {
      if (!(error instanceof AgentError)) throw error;
      const excluded =
        ofContext && error.code === 'NOT_FOUND'
          ? 'file not found in build context or excluded by .dockerignore: '
          : '';
      throw new BuildFailure(`${this.instruction.keyword} failed: ${excluded}${error.message}`, undefined, {
        cause: error,
      });
    }
  }

  /** A stage, or an image, as a root file system of its own. */
  async #image(from: string): Promise<Source> {
    const { build, progress } = this;
    const stage = await build.stageImage(from, progress.stage);
    const imageId = stage ?? (await baseImage(build, progress, from, build.request.platform)).id;
    const containerId = await layerOn(build, imageId);
    this.#undo.push(() => build.tools.agent.containers.remove({ id: containerId }));
    return { containerId };
  }

  async #written(): Promise<Source> {
    const { build, progress, instruction } = this;
    const word = (text: string) =>
      expandWord(text.replace(/["']/g, '\\$&'), variablesOf(progress), { escape: '\\' });
    const files = Object.fromEntries(
      instruction.heredocs.map(({ name, content, expands }) => [
        name,
        { content: expands ? word(content) : content, mode: 0o644 },
      ]),
    );
    const { id } = await build.tools.agent.builds.write({ files });
    this.#undo.push(() => build.tools.agent.builds.remove({ id }));
    return { context: id };
  }

  async #downloaded(url: string): Promise<Group> {
    const { agent } = this.build.tools;
    const { signal } = this.build;
    const { context, name } = await agent.builds
      .download({ url, name: '', unpack: false }, { signal })
      .catch((error: unknown) => {
        throw new BuildFailure(`ADD failed: ${(error as Error).message}`, undefined, { cause: error });
      });
    this.#undo.push(() => agent.builds.remove({ id: context }));
    return { source: { context }, files: await this.#select({ context }, name), unpack: false };
  }
}
