/** One frame of the multiplexed stream format: a byte for the stream, three zeros, a 32-bit big-endian length. */
export interface Frame {
  stream: number;
  payload: Buffer;
}

/** The two outputs of a multiplexed stream as text, and the frames they came in. */
export interface Output {
  stdout: string;
  stderr: string;
  frames: Frame[];
}

const HEADER_LENGTH = 8;

/** Takes a multiplexed stream apart. Throws when the header is not one or the last frame is incomplete. */
export function demultiplex(bytes: Buffer): Output {
  const frames: Frame[] = [];
  for (let offset = 0; offset < bytes.length;) {
    const header = bytes.subarray(offset, offset + HEADER_LENGTH);
    if (header.length < HEADER_LENGTH || header[0]! > 2 || header.readUIntBE(1, 3) !== 0) {
      throw new Error(`not a frame header at byte ${offset}: ${header.toString('hex')}`);
    }
    const end = offset + HEADER_LENGTH + header.readUInt32BE(4);
    if (end > bytes.length) throw new Error(`frame at byte ${offset} is cut off`);
    frames.push({ stream: header[0]!, payload: bytes.subarray(offset + HEADER_LENGTH, end) });
    offset = end;
  }
  const text = (stream: number): string =>
    Buffer.concat(frames.filter((frame) => frame.stream === stream).map((frame) => frame.payload)).toString();
  return { stdout: text(1), stderr: text(2), frames };
}
