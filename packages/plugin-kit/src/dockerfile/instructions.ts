import type { HealthConfig, ImageConfig } from '@arca/api';
import { posix } from 'node:path';
import { parseSignal } from '../signals.js';
import { formatDuration, parseDuration } from './duration.js';
import { expandWord, expandWords, type Lookup } from './expand.js';
import { jsonWords, namedValues, splitWords } from './words.js';

/** An instruction without its continuations: keyword in capitals, flags as they are written, everything behind them. */
export interface DockerfileInstruction {
  keyword: string;
  flags: readonly string[];
  text: string;
}

export interface Application {
  /** Variables for the instructions that take them; without it nothing is replaced. */
  lookup?: Lookup;
  /** The escape character of the Dockerfile. */
  escape?: string;
  /** The command was set in this Dockerfile: a new entrypoint leaves it. */
  commandSet?: boolean;
}

type Apply = (config: ImageConfig, instruction: DockerfileInstruction, words: Words) => string;

/** How an instruction reads its arguments. */
class Words {
  readonly escape: string;
  constructor(
    private readonly keyword: string,
    readonly options: Application,
  ) {
    this.escape = options.escape ?? '\\';
  }

  one(word: string): string {
    return expandWord(word, this.options.lookup ?? (() => undefined), { escape: this.escape });
  }

  several(word: string): string[] {
    return expandWords(word, this.options.lookup ?? (() => undefined), { escape: this.escape });
  }

  pairs(text: string): [string, string][] {
    return namedValues(text, this.keyword, this.escape).map(([name, value]) => [
      this.one(name),
      this.one(value),
    ]);
  }

  /** JSON or words. */
  list(text: string): string[] {
    const words = jsonWords(text) ?? splitWords(text, this.escape);
    if (words.length === 0) throw new Error(`${this.keyword} requires at least one argument`);
    return words.map((word) => this.one(word));
  }

  exactlyOne(text: string): string {
    if (text.trim() === '') throw new Error(`${this.keyword} requires exactly one argument`);
    return this.one(text.trim());
  }
}

/** The instructions that change an image's configuration and nothing else. Each gives its line of the history. */
const instructions: Readonly<Record<string, Apply>> = {
  CMD(config, { text }) {
    config.Cmd = command(config, text);
    return `CMD ${goStrings(config.Cmd)}`;
  },
  ENTRYPOINT(config, { text }, { options }) {
    config.Entrypoint = command(config, text);
    // The command of before was meant for another entrypoint.
    if (!options.commandSet) delete config.Cmd;
    return `ENTRYPOINT ${goStrings(config.Entrypoint)}`;
  },
  ENV(config, { text }, words) {
    const pairs = words.pairs(text);
    const entries = new Map((config.Env ?? []).map((entry) => [entry.split('=', 1)[0]!, entry]));
    // A variable that is there already keeps its place.
    for (const [name, value] of pairs) entries.set(name, `${name}=${value}`);
    config.Env = [...entries.values()];
    return `ENV ${pairs.map((pair) => pair.join('=')).join(' ')}`;
  },
  EXPOSE(config, { text }, words) {
    const ports = splitWords(text, words.escape).flatMap((word) => words.several(word));
    if (ports.length === 0) throw new Error('EXPOSE requires at least one argument');
    for (const port of ports.flatMap(portRange)) (config.ExposedPorts ??= {})[port] = {};
    return `EXPOSE ${ports.sort().join(' ')}`;
  },
  HEALTHCHECK(config, instruction) {
    config.Healthcheck = healthCheck(instruction);
    return `HEALTHCHECK ${goHealthCheck(config.Healthcheck)}`;
  },
  LABEL(config, { text }, words) {
    const pairs = words.pairs(text);
    config.Labels = { ...config.Labels, ...Object.fromEntries(pairs) };
    return `LABEL ${pairs.map((pair) => pair.join('=')).join(' ')}`;
  },
  ONBUILD(config, { text }) {
    const [trigger = ''] = splitWords(text);
    if (trigger === '') throw new Error('ONBUILD requires at least one argument');
    if (trigger.toUpperCase() === 'ONBUILD')
      throw new Error("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
    if (['FROM', 'MAINTAINER'].includes(trigger.toUpperCase()))
      throw new Error(`${trigger.toUpperCase()} isn't allowed as an ONBUILD trigger`);
    config.OnBuild = [...(config.OnBuild ?? []), text];
    return `ONBUILD ${text}`;
  },
  SHELL(config, { text }) {
    const shell = jsonWords(text);
    if (!shell) throw new Error('SHELL requires the arguments to be in JSON form');
    if (shell.length === 0) throw new Error('SHELL requires at least one argument');
    config.Shell = shell;
    return `SHELL [${shell.join(' ')}]`;
  },
  STOPSIGNAL(config, { text }, words) {
    const signal = words.exactlyOne(text);
    parseSignal(signal);
    config.StopSignal = signal;
    return `STOPSIGNAL ${signal}`;
  },
  USER(config, { text }, words) {
    config.User = words.exactlyOne(text);
    return `USER ${config.User}`;
  },
  VOLUME(config, { text }, words) {
    const paths = words.list(text).map((path) => path.trim());
    if (paths.includes('')) throw new Error('VOLUME specified can not be an empty string');
    for (const path of paths) (config.Volumes ??= {})[path] = {};
    return `VOLUME [${paths.join(' ')}]`;
  },
  WORKDIR(config, { text }, words) {
    config.WorkingDir = posix.resolve('/', config.WorkingDir ?? '', words.exactlyOne(text));
    return `WORKDIR ${config.WorkingDir}`;
  },
};

/** Whether an instruction does nothing but change the configuration. */
export const isConfigInstruction = (keyword: string): boolean => keyword in instructions;

/**
 * Makes the change of an instruction to a configuration and gives what the history says of it. Throws an Error with
 * Docker's message for bad arguments.
 */
export function applyInstruction(
  config: ImageConfig,
  instruction: DockerfileInstruction,
  options: Application = {},
): string {
  return instructions[instruction.keyword]!(config, instruction, new Words(instruction.keyword, options));
}

const defaultShell = ['/bin/sh', '-c'];

/** The shell that commands in text form run in. */
export const shellOf = (config: ImageConfig): string[] =>
  config.Shell?.length ? config.Shell : defaultShell;

/** The JSON form is taken as it is; everything else is a line for the shell. */
export const command = (config: ImageConfig, text: string): string[] =>
  jsonWords(text) ?? (text === '' ? [] : [...shellOf(config), text]);

const goStrings = (strings: readonly string[]): string =>
  `[${strings.map((text) => JSON.stringify(text)).join(' ')}]`;

/** `80`, `80/udp`, `80-82/tcp`: one entry a port. */
function portRange(spec: string): string[] {
  const match = /^(\d+)(?:-(\d+))?(?:\/(tcp|udp|sctp))?$/i.exec(spec);
  const [first, last] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  if (!match || last < first || last > 65_535) throw new Error(`invalid containerPort: ${spec}`);
  const protocol = (match[3] ?? 'tcp').toLowerCase();
  return Array.from({ length: last - first + 1 }, (_, index) => `${first + index}/${protocol}`);
}

const healthFlags = ['interval', 'timeout', 'start-period', 'start-interval', 'retries'] as const;

function healthCheck({ flags, text }: DockerfileInstruction): HealthConfig {
  const [, type = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  if (type === '') throw new Error('HEALTHCHECK requires at least one argument');
  if (type.toUpperCase() === 'NONE') {
    if (rest !== '') throw new Error('HEALTHCHECK NONE takes no arguments');
    return { Test: ['NONE'] };
  }
  if (type.toUpperCase() !== 'CMD')
    throw new Error(`Unknown type ${JSON.stringify(type.toUpperCase())} in HEALTHCHECK (try CMD)`);
  const json = jsonWords(rest);
  if (rest === '' || json?.length === 0) throw new Error('Missing command after HEALTHCHECK CMD');
  const values = flagValues(flags, healthFlags);
  const optional = Object.entries({
    Interval: interval(values, 'interval'),
    Timeout: interval(values, 'timeout'),
    StartPeriod: interval(values, 'start-period'),
    StartInterval: interval(values, 'start-interval'),
    Retries: retries(values.retries),
  }).filter(([, value]) => value > 0);
  return { Test: json ? ['CMD', ...json] : ['CMD-SHELL', rest], ...Object.fromEntries(optional) };
}

function interval(values: Partial<Record<string, string>>, name: string): number {
  const text = values[name];
  const duration = text ? parseDuration(text) : 0;
  if (duration !== 0 && duration < 1e6)
    throw new Error(`Interval ${JSON.stringify(name)} cannot be less than 1ms`);
  return duration;
}

function retries(text: string | undefined): number {
  if (!text) return 0;
  if (!/^[+-]?\d+$/.test(text))
    throw new Error(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
  if (Number(text) < 0) throw new Error(`--retries cannot be negative (${Number(text)})`);
  return Number(text);
}

/** As Go's `%q` shows the structure, which is what dockerd writes into the history. */
function goHealthCheck(check: HealthConfig): string {
  const { Test, Interval = 0, Timeout = 0, StartPeriod = 0, StartInterval = 0, Retries = 0 } = check;
  const times = [Interval, Timeout, StartPeriod, StartInterval].map((time) => `"${formatDuration(time)}"`);
  return `&{${goStrings(Test ?? [])} ${times.join(' ')} '\\x${Retries.toString(16).padStart(2, '0')}'}`;
}

/**
 * The flags of an instruction (`--name=value`) by name; one without a value is `true`. Throws an Error with Docker's
 * message for one that the instruction does not have, or that comes twice.
 */
export function flagValues<const N extends string>(
  flags: readonly string[],
  known: readonly N[],
): Partial<Record<N, string>> {
  const values: Partial<Record<string, string>> = {};
  for (const flag of flags) {
    const [, name = '', value] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(flag) ?? [];
    if (!(known as readonly string[]).includes(name)) throw new Error(`unknown flag: --${name}`);
    if (name in values) throw new Error(`Duplicate flag specified: ${name}`);
    values[name] = value ?? 'true';
  }
  return values as Partial<Record<N, string>>;
}
