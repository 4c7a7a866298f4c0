import type { ImageConfig } from '@arca/api';
import { invalidParameter } from '@arca/plugin-kit';
import { posix } from 'node:path';

type Instruction = (config: ImageConfig, argument: string) => void;

/** The Dockerfile instructions that change an image's configuration, as `--change` takes them. */
const instructions: Readonly<Record<string, Instruction>> = {
  cmd: (config, argument) => (config.Cmd = command(argument)),
  entrypoint: (config, argument) => (config.Entrypoint = command(argument)),
  env: (config, argument) => {
    const entries = new Map((config.Env ?? []).map((entry) => [entry.split('=', 1)[0]!, entry]));
    // A variable that is there already keeps its place.
    for (const [name, value] of assignments(argument)) entries.set(name, `${name}=${value}`);
    config.Env = [...entries.values()];
  },
  expose: (config, argument) => {
    for (const port of words(argument))
      (config.ExposedPorts ??= {})[port.includes('/') ? port : `${port}/tcp`] = {};
  },
  label: (config, argument) => {
    config.Labels = { ...config.Labels, ...Object.fromEntries(assignments(argument)) };
  },
  onbuild: (config, argument) => (config.OnBuild = [...(config.OnBuild ?? []), argument]),
  user: (config, argument) => (config.User = argument),
  volume: (config, argument) => {
    for (const path of list(argument) ?? words(argument)) (config.Volumes ??= {})[path] = {};
  },
  workdir: (config, argument) => (config.WorkingDir = posix.resolve('/', config.WorkingDir ?? '', argument)),
  stopsignal: (config, argument) => (config.StopSignal = argument),
};

/** Makes the changes of a list of instructions to a configuration. Throws InvalidParameter for another instruction. */
export function applyChanges(changes: readonly string[], config: ImageConfig = {}): ImageConfig {
  let commandSet = false;
  for (const line of changes.flatMap((text) => text.split('\n'))) {
    const match = /^\s*(\S+)\s*([\s\S]*?)\s*$/.exec(line);
    if (!match) continue;
    const [, name = '', argument = ''] = match;
    const instruction = instructions[name.toLowerCase()];
    if (!instruction)
      throw invalidParameter(`${name.toLowerCase()} is not a valid change command`, 'images.change');
    if (argument === '')
      throw invalidParameter(`${name.toUpperCase()} requires at least one argument`, 'images.change');
    instruction(config, argument);
    commandSet ||= name.toLowerCase() === 'cmd';
    // The command of before was meant for another entrypoint.
    if (name.toLowerCase() === 'entrypoint' && !commandSet) delete config.Cmd;
  }
  return config;
}

/** The JSON form as a list; undefined for anything else. */
function list(argument: string): string[] | undefined {
  if (!argument.startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(argument);
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The JSON form is taken as it is; everything else is a line for the shell. */
const command = (argument: string): string[] => list(argument) ?? ['/bin/sh', '-c', argument];

/** `a=1 b="two words"`, or the older `a value to the end of the line`. */
function assignments(argument: string): [string, string][] {
  const parts = words(argument);
  if (!parts[0]?.includes('=')) {
    const [, name = '', value = ''] = /^(\S+)\s*([\s\S]*)$/.exec(argument) ?? [];
    return [[name, value]];
  }
  return parts.map((part) => {
    const index = part.indexOf('=');
    if (index < 1)
      throw invalidParameter(
        `Syntax error - can't find = in "${part}". Must be of the form: name=value`,
        'images.change',
      );
    return [part.slice(0, index), part.slice(index + 1)];
  });
}

/** Words as a shell splits them: quotes group, a backslash takes the next character as it is. */
function words(text: string): string[] {
  const found: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (character === '\\' && quote !== "'") word = (word ?? '') + (text[++index] ?? '');
    else if (quote !== '') {
      if (character === quote) quote = '';
      else word = (word ?? '') + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (/\s/.test(character)) {
      if (word !== undefined) found.push(word);
      word = undefined;
    } else word = (word ?? '') + character;
  }
  if (word !== undefined) found.push(word);
  return found;
}
