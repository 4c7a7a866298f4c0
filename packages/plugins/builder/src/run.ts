import type { ContainerCreateRequest } from '@arca/api';
import { command } from '@arca/plugin-kit';
import { StringDecoder } from 'node:string_decoder';
import { commitStep } from './commit.js';
import type { Instruction } from './dockerfile.js';
import { BuildFailure, inRed, short, type Build, type Progress } from './step.js';

/** RUN: runs a command in a container and makes an image of what it has changed. */
export async function run(build: Build, progress: Progress, instruction: Instruction): Promise<void> {
  const [flag] = instruction.flags;
  if (flag !== undefined) throw needsBuildKit(/^--[^=]*/.exec(flag)![0]);
  const { config, args } = progress;
  const cmd = commandOf(progress, instruction);
  const variables = args.variables(config.Env ?? []);
  const remembered = args.remembered(variables);
  const prefix = remembered.length > 0 ? [`|${remembered.length}`, ...remembered] : [];
  await commitStep(build, progress, [...prefix, ...cmd].join(' '), {
    depends: cmd,
    make: () => runContainer(build, progress, cmd, variables),
    done: (id) => removeContainer(build, progress, id, build.request.keepContainers),
  });
}

export const needsBuildKit = (option: string) =>
  new BuildFailure(
    `the ${option} option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled`,
  );

/** A heredoc alone is the script; beside a command it is for the shell to read. */
function commandOf({ config }: Progress, { text, heredocs }: Instruction): string[] {
  const [only] = heredocs;
  if (!only) return command(config, text);
  if (!/^<<-?(["']?)[^\s"']+\1$/.test(text))
    return command(config, `${text}\n${heredocs.map(({ content, name }) => `${content}${name}\n`).join('')}`);
  if (only.content.startsWith('#!'))
    throw new BuildFailure('a heredoc with an interpreter of its own requires BuildKit');
  return command(config, only.content);
}

async function runContainer(
  build: Build,
  progress: Progress,
  cmd: string[],
  variables: readonly string[],
): Promise<string> {
  const { tools, request, call, signal } = build;
  const { config, lines, imageId } = progress;
  const body: ContainerCreateRequest = {
    ...config,
    Image: imageId,
    Cmd: cmd,
    Env: [...(config.Env ?? []), ...variables],
    // Without the image's entrypoint and health check.
    Entrypoint: [''],
    Healthcheck: { Test: ['NONE'] },
    OnBuild: null,
    HostConfig: request.hostConfig,
  };
  const create = tools.catalog.operation('ContainerCreate');
  if (!create) throw new BuildFailure('no plugin creates containers');
  const { Id: id } = await create({ params: {}, body }, call);
  tools.leftovers.add(id);
  lines.text(` ---> Running in ${short(id)}\n`);
  try {
    const statusCode = await runToEnd(build, progress, id);
    if (statusCode === 0) return id;
    throw new BuildFailure(
      `The command '${cmd.join(' ')}' returned a non-zero code: ${statusCode}`,
      statusCode,
    );
  } catch (error) {
    await removeContainer(build, progress, id, request.keepFailed && !signal.aborted);
    throw error;
  }
}

async function runToEnd({ tools, signal }: Build, { lines }: Progress, id: string): Promise<number> {
  const { containers } = tools;
  const attachment = containers.attach(id, { stdout: true, stderr: true });
  const stop = () => void containers.remove(id, { force: true, volumes: true }).catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    const waiting = containers.wait(id, 'next-exit', signal);
    waiting.catch(() => undefined);
    await containers.start(id);
    const decoders = { stdout: new StringDecoder(), stderr: new StringDecoder() };
    for await (const { stream, data } of attachment.output) {
      const text = decoders[stream].write(data);
      if (text !== '') lines.text(stream === 'stderr' ? inRed(text) : text);
    }
    return (await waiting).statusCode;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** A container that is kept is nobody's leftover. */
async function removeContainer(
  { tools }: Build,
  { lines }: Progress,
  id: string,
  keep: boolean,
): Promise<void> {
  if (!keep) {
    await tools.containers.remove(id, { force: true, volumes: true }).catch(() => undefined);
    lines.text(`Removing intermediate container ${short(id)}\n`);
  }
  tools.leftovers.delete(id);
}
