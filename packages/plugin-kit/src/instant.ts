import type { Instant } from './container.js';

const second = 1_000_000_000n;

/** Go's RFC3339Nano in UTC: nanoseconds without trailing zeros, no fraction when there is none. */
export function formatInstant(nanoseconds: bigint): Instant {
  let seconds = nanoseconds / second;
  let rest = nanoseconds % second;
  if (rest < 0n) {
    rest += second;
    seconds -= 1n;
  }
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  if (rest === 0n) return `${whole}Z`;
  return `${whole}.${rest.toString().padStart(9, '0').replace(/0+$/, '')}Z`;
}

/** Nanoseconds since the epoch of an RFC 3339 text with any offset and fraction. Throws RangeError for anything else. */
export function parseInstant(text: Instant): bigint {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9})\d*)?(Z|[+-]\d\d:\d\d)$/.exec(text);
  const milliseconds = match ? Date.parse(`${match[1] ?? ''}${match[3] ?? ''}`) : Number.NaN;
  if (!match || Number.isNaN(milliseconds)) throw new RangeError(`not an RFC 3339 time: ${text}`);
  return BigInt(milliseconds) * 1_000_000n + BigInt((match[2] ?? '').padEnd(9, '0'));
}
