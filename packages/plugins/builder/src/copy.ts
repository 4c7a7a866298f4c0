import { AgentError, type BuildSource, type SelectedFile } from '@arca/agent-proto';
import { expandWord, flagValues } from '@arca/plugin-kit';
import { createHash, randomBytes } from 'node:crypto';
import { posix } from 'node:path';
import { commitStep, nothingRun } from './commit.js';
import type { Instruction } from './dockerfile.js';
import { baseImage } from './from.js';
import { ownerOf } from './owner.js';
import { instructionFlags, sourcesOf } from './own-instructions.js';
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

const ofBuildKit = ['link', 'parents', 'exclude', 'checksum', 'keep-git-dir', 'unpack'];

/** COPY and ADD: an image with files of the context, of another image, of a URL, or of the Dockerfile itself. */
export async function copy(build: Build, progress: Progress, instruction: Instruction): Promise<void> {
  const { keyword } = instruction;
  const flags: Partial<Record<string, string>> = flagValues(
    instruction.flags,
    instructionFlags[keyword as 'ADD'],
  );
  for (const name of ofBuildKit) if (flags[name] !== undefined) throw needsBuildKit(`--${name}`);
  const word = (text: string) => expandWord(text, variablesOf(progress), { escape: build.escape });
  const words = sourcesOf(instruction.text, build.escape).map(word);
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
      make: () => fill(build, progress, groups, { ...flags, destination, chown }),
      done: async (id) => void (await build.tools.agent.containers.remove({ id })),
    });
  } finally {
    await gathering.release();
  }
}

/** One file or directory by its own digest, several by one over all. */
function digestOf(files: readonly SelectedFile[]): string {
  const [only] = files;
  if (files.length === 1) return only!.digest;
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
  { destination, chown, chmod, from }: { destination: string; chown: string; chmod?: string; from?: string },
): Promise<string> {
  const { agent } = build.tools;
  if (chmod !== undefined && !/^[0-7]{1,4}$/.test(chmod))
    throw new BuildFailure(
      `invalid chmod parameter: '${chmod}'. it should be octal string and between 0 and 07777`,
    );
  // What comes from an image belongs to whom it belonged there.
  const owner = from && chown === '' ? undefined : await ownerOf(build, progress, chown);
  const id = await layerOn(build, progress.imageId);
  try {
    for (const { source, files, unpack } of groups) {
      const paths = files.map(({ path }) => path);
      const mode = chmod === undefined ? {} : { setMode: true, mode: Number.parseInt(chmod, 8) };
      const request = {
        source,
        paths,
        containerId: id,
        destination,
        unpack,
        ...(owner && { owner }),
        ...mode,
      };
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
      } else if (/^https?:\/\//.test(text)) groups.push(await this.#downloaded(text));
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
    if (/^\.\.(\/|$)/.test(posix.normalize(path)))
      throw this.#failed(`forbidden path outside the build context: ${path} ()`);
    try {
      const { files } = await this.build.tools.agent.builds.select({ source, paths: [path] });
      return files.map((found) => ({
        ...found,
        digest: `${found.directory ? 'dir' : 'file'}:${found.digest}`,
      }));
    } catch (error) {
      if (!(error instanceof AgentError)) throw error;
      const excluded =
        ofContext && error.code === 'NOT_FOUND'
          ? 'file not found in build context or excluded by .dockerignore: '
          : '';
      throw this.#failed(`${excluded}${error.message}`, error);
    }
  }

  #failed(text: string, cause?: unknown): BuildFailure {
    return new BuildFailure(`${this.instruction.keyword} failed: ${text}`, undefined, { cause });
  }

  /** A stage, or an image, as a root file system of its own. */
  async #image(from: string): Promise<Source> {
    const { build, progress } = this;
    const stage = await build.stageImage(from, progress.stage);
    const image = () =>
      baseImage(build, progress, from, build.request.platform).catch((error: unknown) => {
        const text = `invalid from flag value ${from}: ${(error as Error).message}`;
        throw new BuildFailure(text, undefined, { cause: error });
      });
    const imageId = stage ?? (await image()).id;
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
    if (this.instruction.keyword === 'COPY') throw this.#failed("source can't be a URL for COPY");
    const { context, name, size } = await agent.builds
      .download({ url, name: '', unpack: false }, { signal })
      .catch((error: unknown) => {
        throw this.#failed((error as Error).message, error);
      });
    this.#undo.push(() => agent.builds.remove({ id: context }));
    const { lines } = this.progress;
    lines.push({ status: 'Downloading', progressDetail: { current: size, total: size } });
    lines.text('\n');
    const { files } = await agent.builds.select({ source: { context }, paths: [name] });
    return { source: { context }, files, unpack: false };
  }
}
