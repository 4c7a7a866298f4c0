import {
  extraAttributes,
  formatInstant,
  logTag,
  PieceMarks,
  type ContainerRecord,
  type LogEntry,
  type LogOptions,
} from '@arca/plugin-kit';
import { randomBytes } from 'node:crypto';

/** Syslog's levels. */
const priorities: Readonly<Record<LogEntry['stream'], number>> = { stdout: 6, stderr: 3 };
const newline = Buffer.from('\n');

/** A name that journald takes: capitals, digits and underscores, none of them first. */
export const fieldName = (name: string): string => {
  const replaced = [...name].map((letter) => {
    if (/[a-z]/.test(letter)) return letter.toUpperCase();
    return /[A-Z0-9]/.test(letter) ? letter : '_';
  });
  return replaced.join('').replace(/^_+/, '');
};

/** Makes entries of the journal, as dockerd's driver does, each with its place in the order of this run's messages. */
export function entryEncoder(container: ContainerRecord, options: LogOptions): (entry: LogEntry) => Buffer {
  const tag = logTag(container, options);
  const common = encodeFields({
    CONTAINER_ID: container.id.slice(0, 12),
    CONTAINER_ID_FULL: container.id,
    CONTAINER_NAME: container.name,
    CONTAINER_TAG: tag,
    IMAGE_NAME: container.image.reference,
    SYSLOG_IDENTIFIER: tag,
    CONTAINER_LOG_EPOCH: randomBytes(32).toString('hex'),
    ...extraAttributes(container, options, fieldName),
  });
  const marks = new PieceMarks();
  let ordinal = 0;
  return (entry) => {
    const mark = marks.mark(entry);
    const own = {
      SYSLOG_TIMESTAMP: formatInstant(entry.time),
      CONTAINER_LOG_ORDINAL: String(++ordinal),
      ...(mark && {
        CONTAINER_PARTIAL_ID: mark.id,
        CONTAINER_PARTIAL_ORDINAL: String(mark.ordinal),
        CONTAINER_PARTIAL_LAST: String(mark.last),
        ...(mark.last ? {} : { CONTAINER_PARTIAL_MESSAGE: 'true' }),
      }),
    };
    const head = Buffer.from(`PRIORITY=${priorities[entry.stream]}\nMESSAGE=`);
    return Buffer.concat([head, entry.line, newline, encodeFields(own), common]);
  };
}

/** journald's native protocol: a value with newlines comes with its length instead of `=`. */
function encodeFields(fields: Record<string, string>): Buffer {
  const parts = Object.entries(fields).flatMap(([name, value]) => {
    if (name === '') return [];
    if (!value.includes('\n')) return [Buffer.from(`${name}=${value}\n`)];
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(bytes.length));
    return [Buffer.from(`${name}\n`), length, bytes, newline];
  });
  return Buffer.concat(parts);
}
