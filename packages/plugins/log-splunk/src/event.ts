import {
  extraAttributes,
  logTag,
  type ContainerRecord,
  type LogEntry,
  type LogOptions,
} from '@arca/plugin-kit';
import type { SplunkOptions } from './options.js';

const second = 1_000_000_000n;

/** Makes events of the HTTP event collector as JSON. */
export function eventEncoder(
  container: ContainerRecord,
  options: LogOptions,
  { format, facts }: Pick<SplunkOptions, 'format' | 'facts'>,
  host: string,
): (entry: LogEntry) => Buffer | undefined {
  // An empty tag means none.
  const tag = options['tag'] === '' ? '' : logTag(container, options);
  const event = makers[format](tag, extraAttributes(container, options));
  const rest = JSON.stringify({ host, ...facts }).slice(1);
  return (entry) => {
    const made = event(entry);
    return made === undefined
      ? undefined
      : Buffer.from(`{"event":${made},"time":"${seconds(entry.time)}",${rest}`);
  };
}

type Maker = (tag: string, attributes: Record<string, string>) => (entry: LogEntry) => string | undefined;

/** An object, in which the line stands as `line` gives it. */
const object =
  (line: (text: string) => string): Maker =>
  (tag, attributes) => {
    const more = { ...(tag && { tag }), ...(Object.keys(attributes).length > 0 && { attrs: attributes }) };
    const rest = Object.keys(more).length > 0 ? `,${JSON.stringify(more).slice(1)}` : '}';
    return (entry) => `{"line":${line(entry.line.toString())},"source":"${entry.stream}"${rest}`;
  };

const makers: Readonly<Record<SplunkOptions['format'], Maker>> = {
  inline: object((text) => JSON.stringify(text)),
  json: object((text) => (isJson(text) ? text : JSON.stringify(text))),
  raw(tag, attributes) {
    const pairs = Object.entries(attributes).map(([name, value]) => `${name}=${value} `);
    const prefix = (tag && `${tag} `) + pairs.join('');
    // The collector refuses events without text.
    return ({ line }) => {
      const text = line.toString();
      return text.trim() === '' ? undefined : JSON.stringify(prefix + text);
    };
  },
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** With microseconds, as dockerd's. */
const seconds = (time: bigint) => `${time / second}.${String((time % second) / 1000n).padStart(6, '0')}`;
