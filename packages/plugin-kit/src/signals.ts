import { invalidParameter } from './errors.js';

/** Linux signal numbers (signal(7)) on the architectures that Arca runs on; real-time ones are added below. */
const numbers: Record<string, number> = {
  HUP: 1, INT: 2, QUIT: 3, ILL: 4, TRAP: 5, ABRT: 6, IOT: 6, BUS: 7, FPE: 8, KILL: 9, USR1: 10, SEGV: 11, USR2: 12,
  PIPE: 13, ALRM: 14, TERM: 15, STKFLT: 16, CHLD: 17, CLD: 17, CONT: 18, STOP: 19, TSTP: 20, TTIN: 21, TTOU: 22,
  URG: 23, XCPU: 24, XFSZ: 25, VTALRM: 26, PROF: 27, WINCH: 28, IO: 29, POLL: 29, PWR: 30, SYS: 31,
}; // prettier-ignore
const realTimeMin = 34;
const realTimeMax = 64;
numbers['RTMIN'] = realTimeMin;
numbers['RTMAX'] = realTimeMax;
for (let offset = 1; offset <= 15; offset++) numbers[`RTMIN+${offset}`] = realTimeMin + offset;
for (let offset = 1; offset <= 14; offset++) numbers[`RTMAX-${offset}`] = realTimeMax - offset;

const known = new Set(Object.values(numbers));

/**
 * The number of a signal given by name or number, with or without `SIG`, in any case (`SIGTERM`, `term`, `15`).
 * Throws InvalidParameter `Invalid signal: x`; 0 is not a signal.
 */
export function parseSignal(text: string): number {
  if (/^[+-]?\d+$/.test(text)) {
    const number = Number(text);
    if (number === 0) throw invalidSignal(text);
    return number;
  }
  const number = numbers[text.toUpperCase().replace(/^SIG/, '')];
  if (number === undefined) throw invalidSignal(text);
  return number;
}

const invalidSignal = (text: string) => invalidParameter(`Invalid signal: ${text}`, 'signal.invalid');

/** True when Linux has a signal of this number. */
export const isSignal = (number: number): boolean => known.has(number);
