import type { ContainerRecord } from '../container.js';
import { badLogOption, type LogOptions } from './options.js';

type Value = string | number | readonly string[] | Readonly<Record<string, string>>;

/** The command line of a container, as tags and messages show it. */
export const logCommand = ({ body: { Config } }: ContainerRecord): string =>
  [...(Config.Entrypoint ?? []), ...(Config.Cmd ?? [])].join(' ');

/** What a tag template may name, as `{{.Name}}`. */
const fields: Readonly<Record<string, (container: ContainerRecord) => Value>> = {
  ID: ({ id }) => id.slice(0, 12),
  FullID: ({ id }) => id,
  Name: ({ name }) => name,
  ImageID: ({ image }) => image.id.slice(0, 12),
  ImageFullID: ({ image }) => image.id,
  ImageName: ({ image }) => image.reference,
  ContainerID: ({ id }) => id,
  ContainerName: ({ name }) => `/${name}`,
  ContainerImageID: ({ image }) => image.id,
  ContainerImageName: ({ image }) => image.reference,
  ContainerCreated: ({ createdAt }) => createdAt,
  ContainerEnv: ({ body }) => body.Config.Env ?? [],
  ContainerLabels: ({ body }) => body.Config.Labels ?? {},
  Config: ({ body }) => body.HostConfig.LogConfig?.Config ?? {},
  Command: logCommand,
  DaemonName: () => 'docker',
};

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : String(value ?? ''));
const list = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? value : []);

/** Docker's template functions; the last argument may come from a pipe. */
const functions: Readonly<Record<string, (...values: Value[]) => Value>> = {
  json: (value) => JSON.stringify(value),
  split: (value, separator) => text(value).split(text(separator)),
  join: (values, separator) => list(values).join(text(separator)),
  title: (value) => text(value).replace(/(^|\s)\S/g, (letter) => letter.toUpperCase()),
  lower: (value) => text(value).toLowerCase(),
  upper: (value) => text(value).toUpperCase(),
  pad: (value, before, after) =>
    value === '' ? '' : ' '.repeat(Number(before)) + text(value) + ' '.repeat(Number(after)),
  truncate: (value, length) => text(value).slice(0, Number(length)),
  index: (values, key) =>
    Array.isArray(values)
      ? (list(values)[Number(key)] ?? '')
      : ((values as Record<string, string>)[text(key)] ?? ''),
  print: (...values) => values.map(text).join(''),
};

/**
 * The value of the option `tag`: a template with fields of the container, Docker's template functions and pipes. Throws
 * System for any other template; loops and conditions are refused too.
 */
export function logTag(container: ContainerRecord, options: LogOptions, byDefault = '{{.ID}}'): string {
  const template = options['tag'] || byDefault;
  if (/\{\{(?!.*?\}\})/s.test(template)) throw badLogOption('template: log-tag:1: unclosed action');
  return template.replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, (_, action: string) => {
    let piped: Value | undefined;
    for (const command of action.split('|')) {
      const words = command.match(/"(?:[^"\\]|\\.)*"|`[^`]*`|[^\s]+/g) ?? [];
      piped = run(words, piped, container, action);
    }
    return text(piped);
  });
}

function run(words: string[], piped: Value | undefined, container: ContainerRecord, action: string): Value {
  const [first = '', ...rest] = words;
  const call = Object.hasOwn(functions, first) ? functions[first] : undefined;
  if (call) {
    const values = rest.map((word) => operand(word, container, action));
    return call(...values, ...(piped === undefined ? [] : [piped]));
  }
  if (rest.length > 0 || piped !== undefined) throw unknown(action);
  return operand(first, container, action);
}

function operand(word: string, container: ContainerRecord, action: string): Value {
  if (/^\.\w+$/.test(word) && Object.hasOwn(fields, word.slice(1))) return fields[word.slice(1)]!(container);
  const [, map = '', key = ''] = /^\.(ContainerLabels|Config)\.(\w+)$/.exec(word) ?? [];
  if (map) return (fields[map]!(container) as Record<string, string>)[key] ?? '';
  if (word.startsWith('"')) return JSON.parse(word) as string;
  if (word.startsWith('`')) return word.slice(1, -1);
  if (/^-?\d+$/.test(word)) return Number(word);
  throw unknown(action);
}

const unknown = (action: string) =>
  badLogOption(`template: log-tag:1: cannot evaluate {{${action}}} in a log tag`);
