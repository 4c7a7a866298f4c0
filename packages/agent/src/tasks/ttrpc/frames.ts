/**
 * The frame of ttrpc: length of the payload (4 bytes, big endian), stream id (4), message type (1), flags (1), payload.
 */
export interface Frame {
  streamId: number;
  type: number;
  payload: Uint8Array;
}

export const REQUEST = 1;
export const RESPONSE = 2;

const HEADER = 10;
/** ttrpc's own limit for a message. */
const LARGEST = 4 * 1024 * 1024;

export function encodeFrame({ streamId, type, payload }: Frame): Uint8Array {
  const frame = Buffer.allocUnsafe(HEADER + payload.length);
  frame.writeUInt32BE(payload.length, 0);
  frame.writeUInt32BE(streamId, 4);
  frame[8] = type;
  frame[9] = 0;
  frame.set(payload, HEADER);
  return frame;
}

/** Puts frames together from the pieces in which they arrive. */
export class FrameReader {
  private rest: Buffer = Buffer.alloc(0);

  /** Gives the frames that the piece completes. Throws on a length that ttrpc does not allow. */
  *push(piece: Buffer): Generator<Frame> {
    this.rest = this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece]);
    while (this.rest.length >= HEADER) {
      const length = this.rest.readUInt32BE(0);
      if (length > LARGEST) throw new RangeError(`ttrpc message of ${length} bytes`);
      if (this.rest.length < HEADER + length) return;
      const frame = {
        streamId: this.rest.readUInt32BE(4),
        type: this.rest[8]!,
        payload: this.rest.subarray(HEADER, HEADER + length),
      };
      this.rest = this.rest.subarray(HEADER + length);
      yield frame;
    }
  }
}
