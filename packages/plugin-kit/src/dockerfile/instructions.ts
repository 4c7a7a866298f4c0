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

/** Makes the change that an instruction stands for and gives its line of the history. */
type Change = (config: ImageConfig, view: View) => string;

/** What is wrong with an instruction as it is written is found before anything is done. */
type Parse = (instruction: DockerfileInstruction, escape: string) => Change;

/** What an instruction sees when its turn comes. */
class View {
  constructor(
    private readonly escape: string,
    private readonly lookup: Lookup,
    readonly commandSet: boolean,
  ) {}

  readonly one = (word: string): string => expandWord(word, this.lookup, { escape: this.escape });
  readonly several = (word: string): string[] => expandWords(word, this.lookup, { escape: this.escape });

  pairs(pairs: readonly [string, string][]): [string, string][] {
    return pairs.map(([name, value]) => [this.one(name), this.one(value)]);
  }
}

/** The instructions that change an image's configuration and nothing else. */
const instructions: Readonly<Record<string, Parse>> = {
  CMD:
    ({ text }) =>
    (config) => {
      config.Cmd = command(config, text);
      return `CMD ${goStrings(config.Cmd)}`;
    },
  ENTRYPOINT:
    ({ text }) =>
    (config, { commandSet }) => {
      const words = command(config, text);
      config.Entrypoint = words.length > 0 ? words : null;
      // The command of before was meant for another entrypoint.
      if (!commandSet) delete config.Cmd;
      return `ENTRYPOINT ${goStrings(words)}`;
    },
  ENV({ text }, escape) {
    const given = namedValues(text, 'ENV', escape);
    return (config, view) => {
      const pairs = view.pairs(given);
      const entries = new Map((config.Env ?? []).map((entry) => [entry.split('=', 1)[0]!, entry]));
      // A variable that is there already keeps its place.
      for (const [name, value] of pairs) entries.set(name, `${name}=${value}`);
      config.Env = [...entries.values()];
      return `ENV ${pairs.map((pair) => pair.join('=')).join(' ')}`;
    };
  },
  EXPOSE({ text }, escape) {
    const words = splitWords(text, escape).sort();
    if (words.length === 0) throw new Error('EXPOSE requires at least one argument');
    return (config, view) => {
      const ports = words.flatMap(view.several);
      for (const port of ports.flatMap(exposedPorts)) (config.ExposedPorts ??= {})[port] = {};
      return `EXPOSE ${ports.join(' ')}`;
    };
  },
  HEALTHCHECK(instruction) {
    const check = healthCheck(instruction);
    return (config) => {
      config.Healthcheck = check;
      return `HEALTHCHECK ${goHealthCheck(check)}`;
    };
  },
  LABEL({ text }, escape) {
    const given = namedValues(text, 'LABEL', escape);
    return (config, view) => {
      const pairs = view.pairs(given);
      config.Labels = { ...config.Labels, ...Object.fromEntries(pairs) };
      return `LABEL ${pairs.map((pair) => pair.join('=')).join(' ')}`;
    };
  },
  ONBUILD({ text }) {
    const [trigger = ''] = splitWords(text);
    if (trigger === '') throw new Error('ONBUILD requires at least one argument');
    if (trigger.toUpperCase() === 'ONBUILD')
      throw new Error("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
    if (['FROM', 'MAINTAINER'].includes(trigger.toUpperCase()))
      throw new Error(`${trigger.toUpperCase()} isn't allowed as an ONBUILD trigger`);
    return (config) => {
      config.OnBuild = [...(config.OnBuild ?? []), text];
      return `ONBUILD ${text}`;
    };
  },
  SHELL({ text }) {
    const shell = jsonWords(text);
    if (!shell) throw new Error('SHELL requires the arguments to be in JSON form');
    if (shell.length === 0) throw new Error('SHELL requires at least one argument');
    return (config) => {
      config.Shell = shell;
      return `SHELL [${shell.join(' ')}]`;
    };
  },
  STOPSIGNAL({ text }) {
    const word = exactlyOne('STOPSIGNAL', text);
    return (config, { one }) => {
      config.StopSignal = one(word);
      parseSignal(config.StopSignal);
      return `STOPSIGNAL ${config.StopSignal}`;
    };
  },
  USER({ text }) {
    const word = exactlyOne('USER', text);
    return (config, { one }) => {
      config.User = one(word);
      return `USER ${config.User}`;
    };
  },
  VOLUME({ text }, escape) {
    const words = jsonWords(text) ?? splitWords(text, escape);
    if (words.length === 0) throw new Error('VOLUME requires at least one argument');
    if (words.some((word) => word.trim() === '')) throw emptyVolume();
    return (config, { one }) => {
      const paths = words.map((word) => one(word).trim());
      if (paths.includes('')) throw emptyVolume();
      for (const path of paths) (config.Volumes ??= {})[path] = {};
      return `VOLUME [${paths.join(' ')}]`;
    };
  },
  WORKDIR({ text }) {
    const word = exactlyOne('WORKDIR', text);
    return (config, { one }) => {
      config.WorkingDir = posix.resolve('/', config.WorkingDir ?? '', one(word));
      return `WORKDIR ${config.WorkingDir}`;
    };
  },
};

function exactlyOne(keyword: string, text: string): string {
  if (text.trim() === '') throw new Error(`${keyword} requires exactly one argument`);
  return text.trim();
}

const emptyVolume = () => new Error('VOLUME specified can not be an empty string');

/** Whether an instruction does nothing but change the configuration. */
export const isConfigInstruction = (keyword: string): boolean => keyword in instructions;

/** Throws an Error with Docker's message for an instruction that is not well formed, whatever the variables are. */
export function checkInstruction(instruction: DockerfileInstruction, escape?: string): void {
  parse(instruction, escape);
}

/**
 * Makes the change of an instruction to a configuration and gives what the history says of it. Throws an Error with
 * Docker's message for bad arguments.
 */
export function applyInstruction(
  config: ImageConfig,
  instruction: DockerfileInstruction,
  { lookup = () => undefined, escape, commandSet = false }: Application = {},
): string {
  return parse(instruction, escape)(config, new View(escape ?? '\\', lookup, commandSet));
}

function parse(instruction: DockerfileInstruction, escape = '\\'): Change {
  const { keyword, flags } = instruction;
  if (keyword !== 'HEALTHCHECK') flagValues(flags, []);
  return instructions[keyword]!(instruction, escape);
}

const defaultShell = ['/bin/sh', '-c'];

/** The shell that commands in text form run in. */
export const shellOf = (config: ImageConfig): string[] =>
  config.Shell?.length ? config.Shell : defaultShell;

/** The JSON form is taken as it is; everything else is a line for the shell. */
export const command = (config: ImageConfig, text: string): string[] =>
  jsonWords(text) ?? [...shellOf(config), ...(text === '' ? [] : [text])];

const goStrings = (strings: readonly string[]): string =>
  `[${strings.map((text) => JSON.stringify(text)).join(' ')}]`;

/** `80`, `80/udp`, `80-82/tcp`: one entry a port. Of `[[address:]port:]port` the last counts. */
function exposedPorts(spec: string): string[] {
  const [, protocol = 'tcp'] = /\/([^/]*)$/.exec(spec) ?? [];
  if (!/^(tcp|udp|sctp)$/i.test(protocol)) throw new Error(`invalid proto: ${protocol}`);
  const [container = '', host = ''] = spec
    .replace(/\/[^/]*$/, '')
    .split(':')
    .reverse();
  const [first, last] = portRange(container) ?? fail(`invalid containerPort: ${container}`);
  if (host !== '' && !portRange(host)) fail(`invalid hostPort: ${host}`);
  return Array.from({ length: last - first + 1 }, (_, index) => `${first + index}/${protocol.toLowerCase()}`);
}

function portRange(text: string): [number, number] | undefined {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  const [first, last] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  return match && last >= first && last <= 65_535 ? [first, last] : undefined;
}

function fail(message: string): never {
  throw new Error(message);
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
