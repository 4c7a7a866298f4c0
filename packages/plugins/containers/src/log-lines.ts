import type { LogEntry, OutputChunk } from '@arca/plugin-kit';

/** What of a log is shown, and how. */
export interface LineOptions {
  stdout: boolean;
  stderr: boolean;
  /** The time before each line. */
  timestamps?: boolean;
  /** What the driver's options recorded with a line before it. */
  details?: boolean;
}

/**
 * The entries of a log as `docker logs` shows them, group by group: with their newlines, and before each line what is
 * asked for. A log that fails in the middle ends with the reason, as there is no other way left to tell it.
 */
export async function* logLines(
  groups: AsyncIterable<readonly LogEntry[]>,
  options: LineOptions,
): AsyncGenerator<readonly OutputChunk[]> {
  const chunkOf = lineFormatter(options);
  try {
    for await (const group of groups) {
      const wanted = group.filter(({ stream }) => options[stream]);
      if (wanted.length > 0) yield wanted.map(chunkOf);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    yield [{ stream: 'stderr', data: Buffer.from(`Error grabbing logs: ${reason}\n`) }];
  }
}

const newline = Buffer.from('\n');
const nothing = Buffer.alloc(0);

function lineFormatter({ timestamps, details }: LineOptions): (entry: LogEntry) => OutputChunk {
  const time = timestampFormatter();
  return ({ stream, line, partial, time: at, attributes }) => {
    const stamp = timestamps ? `${time(at)} ` : '';
    const prefix = details ? `${stamp}${attributeText(attributes)} ` : stamp;
    const end = partial ? nothing : newline;
    if (prefix === '') return { stream, data: partial ? line : Buffer.concat([line, end]) };
    return { stream, data: Buffer.concat([Buffer.from(prefix), line, end]) };
  };
}

/** RFC 3339 with all nine digits of the nanoseconds. The text of a second is made once for all its lines. */
function timestampFormatter(): (nanoseconds: bigint) => string {
  const second = 1_000_000_000n;
  let last = -1n;
  let text = '';
  return (nanoseconds) => {
    const seconds = nanoseconds / second;
    if (seconds !== last) {
      last = seconds;
      text = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
    }
    return `${text}.${(nanoseconds % second).toString().padStart(9, '0')}Z`;
  };
}

/** `key=value` by key, joined by commas and escaped as in the query of a URL. */
const attributeText = (attributes: LogEntry['attributes'] = {}): string =>
  Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${queryEscape(key)}=${queryEscape(value)}`)
    .join(',');

const queryEscape = (text: string) =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
