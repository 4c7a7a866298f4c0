import {
  parseDetachKeys,
  type Attachment,
  type OutputChunk,
  type OutputSource,
  type StreamBridge,
} from '@arca/plugin-kit';
import { Readable, type Duplex } from 'node:stream';
import { DetachScanner } from './detach-scanner.js';
import { frames } from './frames.js';

/** ms that a client has to close its side of the connection after the end of the output. */
const farewell = 5000;

type Outcome = 'ended' | 'detached' | 'closed';

/** Carries attachments over connections that have been taken over. */
export const bridge: StreamBridge = {
  async run(attachment, connection, { terminal, framed = !terminal, detachKeys }) {
    const scanner = terminal ? new DetachScanner(parseDetachKeys(detachKeys ?? '')) : undefined;
    const closed = closing(connection);
    const detached = input(attachment, connection, scanner);
    const sent = output(attachment.output, connection, framed).catch((error: unknown) => {
      connection.destroy(error as Error); // the output cannot be kept for this client
      return 'closed' as const;
    });
    const outcome = await Promise.race([sent, detached, closed]);
    attachment.stdin?.end();
    attachment.detach(outcome === 'detached' ? 'keys' : undefined);
    bidFarewell(connection);
    return outcome;
  },

  encode(output, terminal) {
    return Readable.from(encoded(output, terminal), { objectMode: false });
  },
};

const closing = (connection: Duplex) =>
  new Promise<Outcome>((resolve) => {
    if (connection.destroyed) return resolve('closed');
    connection.once('close', () => resolve('closed'));
    connection.on('error', () => resolve('closed'));
  });

/** Passes what the client writes to the process. Resolves only when the detach keys have been typed. */
function input(
  { stdin }: Attachment,
  connection: Duplex,
  scanner: DetachScanner | undefined,
): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  connection.on('data', (data: Buffer) => {
    if (!stdin || stdin.writableEnded) return;
    const { pass, detached } = scanner ? scanner.scan(data) : { pass: data, detached: false };
    if (pass.length > 0 && !stdin.write(pass)) {
      connection.pause();
      stdin.once('drain', () => connection.resume());
    }
    if (detached) resolve('detached');
  });
  connection.once('end', () => stdin?.end());
  return promise;
}

/** Writes output to the client as fast as it reads. */
async function output(
  source: AsyncIterable<OutputChunk>,
  connection: Duplex,
  framed: boolean,
): Promise<Outcome> {
  for await (const chunk of source) {
    if (connection.destroyed) return 'closed';
    if (!connection.write(framed ? frames([chunk]) : chunk.data)) await writable(connection);
  }
  return 'ended';
}

/** Resolves when the connection takes more, or takes nothing any more. */
const writable = (connection: Duplex) =>
  new Promise<void>((resolve) => {
    const done = () => {
      connection.off('drain', done).off('close', done);
      resolve();
    };
    connection.on('drain', done).on('close', done);
  });

async function* encoded(source: OutputSource, terminal: boolean): AsyncGenerator<Buffer> {
  for await (const item of source) {
    const chunks = Array.isArray(item) ? (item as readonly OutputChunk[]) : [item as OutputChunk];
    yield terminal ? Buffer.concat(chunks.map(({ data }) => data)) : frames(chunks);
  }
}

/**
 * Ends our side and reads what the client still sends, for closing with unread data would cost it the end of the output;
 * a client that does not close its side is cut off some time after it has got all.
 */
function bidFarewell(connection: Duplex): void {
  if (connection.destroyed) return;
  connection.resume();
  connection.end(() => {
    const timer = setTimeout(() => connection.destroy(), farewell).unref();
    connection.once('close', () => clearTimeout(timer));
  });
}
