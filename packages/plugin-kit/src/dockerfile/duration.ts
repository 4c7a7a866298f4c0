/** Nanoseconds in each unit of Go's time.ParseDuration. */
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

/** Nanoseconds of a duration as Go writes it: `1h30m`, `1.5s`, `0`. Throws an Error with Go's message. */
export function parseDuration(text: string): number {
  const [, sign = '', rest = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (rest === '0') return 0;
  if (!/^((\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h))+$/.test(rest)) {
    const quoted = JSON.stringify(text);
    if (/^(\d+\.?\d*|\.\d+)$/.test(rest)) throw new Error(`time: missing unit in duration ${quoted}`);
    throw new Error(`time: invalid duration ${quoted}`);
  }
  let sum = 0;
  for (const [, value = '', unit = ''] of rest.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g))
    sum += Number(value) * units[unit]!;
  return Math.round(sign === '-' ? -sum : sum);
}

/** A duration as Go writes it: `1h30m0s`, `1.5s`, `0s`. */
export function formatDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return '0s';
  const sign = nanoseconds < 0 ? '-' : '';
  const size = Math.abs(nanoseconds);
  for (const unit of ['ns', 'µs', 'ms'] as const)
    if (size < units[unit]! * 1000) return `${sign}${size / units[unit]!}${unit}`;
  const seconds = size / 1e9;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const rest = Number((seconds % 60).toFixed(9));
  if (hours > 0) return `${sign}${hours}h${minutes}m${rest}s`;
  return minutes > 0 ? `${sign}${minutes}m${rest}s` : `${sign}${rest}s`;
}
