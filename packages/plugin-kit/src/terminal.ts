import { invalidParameter } from './errors.js';
import type { Call } from './operation.js';

/** The media type of a process's output: frames that tell its streams apart, or for a terminal the bytes as they are. */
export const outputType = (call: Pick<Call, 'atLeast'>, terminal: boolean): string =>
  `application/vnd.docker.${!terminal && call.atLeast('1.42') ? 'multiplexed' : 'raw'}-stream`;

/** The same for a connection that is taken over: only a client that asks for an upgrade is told of frames. */
export const hijackedType = (call: Pick<Call, 'atLeast' | 'headers'>, terminal: boolean): string =>
  outputType(call, terminal || call.headers['upgrade'] === undefined);

/** The size that the parameters `h` and `w` ask for, in rows and columns. Throws InvalidParameter beyond 32 bits. */
export const terminalSize = ({ h, w }: { h: number; w: number }): { height: number; width: number } => ({
  height: cells('height', h),
  width: cells('width', w),
});

function cells(what: 'height' | 'width', count: number): number {
  if (Number.isInteger(count) && count >= 0 && count < 2 ** 32) return count;
  throw invalidParameter(`invalid resize ${what} "${count}": value out of range`, 'terminal.size');
}
