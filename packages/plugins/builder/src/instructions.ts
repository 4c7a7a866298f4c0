import { applyInstruction, expandWord, namedValues, splitWords, type Lookup } from '@arca/plugin-kit';
import { commitStep, nothingRun } from './commit.js';
import { copy, layerOn } from './copy.js';
import type { Instruction } from './dockerfile.js';
import { run } from './run.js';
import { BuildFailure, type Build, type Progress } from './step.js';
import { variablesOf } from './variables.js';

/** Does one instruction. Throws a BuildFailure. */
export async function dispatch(build: Build, progress: Progress, instruction: Instruction): Promise<void> {
  build.signal.throwIfAborted();
  switch (instruction.keyword) {
    case 'RUN':
      return run(build, progress, instruction);
    case 'ADD':
    case 'COPY':
      return copy(build, progress, instruction);
    case 'ARG':
      return argument(build, progress, instruction);
    case 'MAINTAINER':
      progress.author = instruction.text;
      return commitStep(build, progress, nothingRun(progress, `MAINTAINER ${instruction.text}`));
    default:
      return configure(build, progress, instruction);
  }
}

async function configure(build: Build, progress: Progress, instruction: Instruction): Promise<void> {
  const config = structuredClone(progress.config);
  const options = { lookup: variablesOf(progress), escape: build.escape, commandSet: progress.commandSet };
  const comment = telling(() => applyInstruction(config, instruction, options));
  const before = progress.config.Healthcheck?.Test ?? [];
  if (instruction.keyword === 'HEALTHCHECK' && before.length > 0 && before[0] !== 'NONE')
    progress.lines.text(`Note: overriding previous HEALTHCHECK: [${before.join(' ')}]\n`);
  progress.config = config;
  if (instruction.keyword === 'CMD') progress.commandSet = true;
  if (instruction.keyword !== 'WORKDIR') return commitStep(build, progress, nothingRun(progress, comment));
  const { agent } = build.tools;
  await commitStep(build, progress, nothingRun(progress, comment, ''), {
    make: async () => {
      const id = await layerOn(build, progress.imageId);
      try {
        await agent.builds.makeDirectory({ containerId: id, path: config.WorkingDir ?? '/' });
        return id;
      } catch (error) {
        await agent.containers.remove({ id });
        throw error;
      }
    },
    done: async (id) => void (await agent.containers.remove({ id })),
  });
}

/** The arguments that an ARG names, with their defaults. */
export function argumentsOf(text: string, lookup: Lookup, escape: string): [string, string | undefined][] {
  return splitWords(text, escape).map((word) => {
    if (!word.includes('=')) return [expandWord(word, lookup, { escape }), undefined];
    const [[name, value] = ['', '']] = namedValues(word, 'ARG', escape);
    return [expandWord(name, lookup, { escape }), expandWord(value, lookup, { escape })];
  });
}

async function argument(build: Build, progress: Progress, { text }: Instruction): Promise<void> {
  const pairs = telling(() => argumentsOf(text, variablesOf(progress), build.escape));
  for (const [name, value] of pairs) progress.args.declare(name, value);
  const shown = pairs.map(([name, value]) => (value === undefined ? name : `${name}=${value}`));
  await commitStep(build, progress, nothingRun(progress, `ARG ${shown.join(' ')}`));
}

/** What is wrong with an instruction is a failure of the build. */
function telling<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new BuildFailure((error as Error).message, undefined, { cause: error });
  }
}
