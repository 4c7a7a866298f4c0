const HEAD = 5; // a flag for compression, and the length

/** A gRPC message as it is sent. */
export function framed(message: Uint8Array): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

/** The gRPC messages of a stream. Throws for one that is compressed or cut off. */
export async function* messages(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    while (pending.length >= HEAD) {
      if (pending[0] !== 0) throw new Error('compressed messages are not taken');
      const end = HEAD + pending.readUInt32BE(1);
      if (pending.length < end) break;
      yield pending.subarray(HEAD, end);
      pending = pending.subarray(end);
    }
  }
  if (pending.length > 0) throw new Error('the message is cut off');
}
