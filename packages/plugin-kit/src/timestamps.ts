import { systemError } from './errors.js';

const second = 1_000_000_000n;

/** Nanoseconds of the units of Go's durations. */
const units: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};
const durationPart = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g;
const duration = new RegExp(`^([+-]?)((?:${durationPart.source})+)$`);
const unixTime = /^([+-]?\d+)(?:\.(\d+))?$/;
const dateTime = /^(\d{4}-\d\d-\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d+))?)?)?)?([Zz]|[+-]\d\d:\d\d)?$/;

/**
 * A point in time as `since` and `until` may name it: seconds since the epoch with a fraction (`1136073600.000000001`),
 * a time of RFC 3339, of which the end may be left out (`2006-01-02T15:04`, without a zone in the daemon's), or how long
 * ago as a duration of Go (`1h30m`). Nanoseconds since the epoch; undefined for anything else. `now` likewise.
 */
export function readTimestamp(text: string, now: bigint): bigint | undefined {
  const seconds = unixTime.exec(text);
  if (seconds) return BigInt(seconds[1]!) * second + nanosecondsOf(seconds[2]);
  const ago = duration.exec(text);
  if (ago) return ago[1] === '-' ? now + durationOf(ago[2]!) : now - durationOf(ago[2]!);
  const date = dateTime.exec(text);
  return date ? dateOf(date) : undefined;
}

/**
 * The same for the parameters of logs and events, where dockerd itself takes seconds only, its client the rest.
 * Throws System as dockerd does, `strconv.ParseInt: parsing "x": invalid syntax`.
 */
export function parseTimestamp(text: string, now: bigint): bigint {
  const time = readTimestamp(text, now);
  if (time !== undefined) return time;
  throw systemError(`strconv.ParseInt: parsing "${text}": invalid syntax`, 'timestamp.invalid');
}

/** Digits behind the point of a number of seconds; those beyond nanoseconds are dropped. */
const nanosecondsOf = (fraction = '') => BigInt(fraction.slice(0, 9).padEnd(9, '0'));

function durationOf(text: string): bigint {
  const parts = [...text.matchAll(durationPart)];
  return parts.reduce((sum, [, count, unit]) => sum + BigInt(Math.round(Number(count) * units[unit!]!)), 0n);
}

function dateOf([, date, hour = '00', minute = '00', whole = '00', fraction, zone = '']: RegExpExecArray) {
  const text = `${date}T${hour}:${minute}:${whole}`;
  const utc = new Date(`${text}Z`);
  // Date carries a 31st of February over into March.
  if (Number.isNaN(utc.getTime()) || !utc.toISOString().startsWith(text)) return undefined;
  const milliseconds = Date.parse(`${text}${zone.toUpperCase()}`);
  return Number.isNaN(milliseconds) ? undefined : BigInt(milliseconds) * 1_000_000n + nanosecondsOf(fraction);
}
