/** Size of the buffers in which lines are gathered for one write. Room for any single line: 16 KiB, each byte escaped. */
export const bufferSize = 256 * 1024;

const kept = 8;
const free: Buffer[] = [];

/** Buffers are handed round among all logs, so that a busy log makes no garbage and an idle one holds none. */
export const takeBuffer = (): Buffer => free.pop() ?? Buffer.allocUnsafeSlow(bufferSize);

export function giveBuffer(buffer: Buffer): void {
  if (free.length < kept) free.push(buffer);
}
