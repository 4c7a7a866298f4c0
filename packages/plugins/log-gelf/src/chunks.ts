import { randomBytes } from 'node:crypto';

/** Bytes of a datagram, the head of a chunk counted. */
const datagramSize = 1420;
const headLength = 12;
const mostChunks = 128;

/** The datagrams of one message: itself, or chunks of it. Throws for more than 128 chunks. */
export function chunks(message: Buffer): Buffer[] {
  if (message.length <= datagramSize) return [message];
  const room = datagramSize - headLength;
  const count = Math.ceil(message.length / room);
  if (count > mostChunks) throw new Error(`msg too large, would need ${count} chunks`);
  const id = randomBytes(8);
  return Array.from({ length: count }, (_, index) => {
    const head = Buffer.concat([Buffer.from([0x1e, 0x0f]), id, Buffer.from([index, count])]);
    return Buffer.concat([head, message.subarray(index * room, (index + 1) * room)]);
  });
}
