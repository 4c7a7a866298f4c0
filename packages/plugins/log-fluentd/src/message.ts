import { randomBytes } from 'node:crypto';
import { encode, ExtData } from '@msgpack/msgpack';
import { PieceMarks, type LogEntry } from '@arca/plugin-kit';

/** The type of EventTime among the extensions of the forward protocol. */
const eventTimeType = 0;
const second = 1_000_000_000n;

/** What all messages of a log have in common. */
export interface MessageFacts {
  tag: string;
  /** Fields of each record. */
  container: Record<string, string>;
  attributes: Record<string, string>;
  subSecond: boolean;
  requestAck: boolean;
}

/** A message, and what the collector answers when it has it. */
export class ForwardMessage {
  private constructor(
    readonly bytes: Buffer,
    readonly chunk: string | undefined,
  ) {}

  /** The chunk's identifier stands at the end of the message. */
  static read(bytes: Buffer, acknowledged: boolean): ForwardMessage {
    return new ForwardMessage(
      bytes,
      acknowledged ? bytes.toString('latin1', bytes.length - chunkLength) : undefined,
    );
  }
}

/** Base64 of 16 bytes. */
const chunkLength = 24;

/** Messages of the forward protocol's mode `Message`: `[tag, time, record, option]`. */
export function messageEncoder(facts: MessageFacts): (entry: LogEntry) => Buffer {
  const { tag, container, attributes, subSecond, requestAck } = facts;
  const marks = new PieceMarks();
  return (entry) => {
    const { stream, time, line } = entry;
    const mark = marks.mark(entry);
    const record = {
      ...container,
      source: stream,
      log: line.toString(),
      ...attributes,
      ...(mark && {
        partial_message: 'true',
        partial_id: mark.id,
        partial_ordinal: String(mark.ordinal),
        partial_last: String(mark.last),
      }),
    };
    const option = requestAck ? { chunk: randomBytes(16).toString('base64') } : {};
    const when = subSecond ? new ExtData(eventTimeType, eventTime(time)) : Number(time / second);
    return Buffer.from(encode([tag, when, record, option]));
  };
}

function eventTime(time: bigint): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32BE(Number(time / second), 0);
  bytes.writeUInt32BE(Number(time % second), 4);
  return bytes;
}
