import type { HealthConfig } from '@arca/api';
import { invalidParameter } from '@arca/plugin-kit';

/** A health check with all its settings; durations in ms. */
export interface CheckSettings {
  /** Program and arguments. */
  command: string[];
  interval: number;
  timeout: number;
  /** Failures in a row that make the container unhealthy. */
  retries: number;
  /** Time after the start in which failures do not count. */
  startPeriod: number;
  /** Time between checks in the start period, until one succeeds. */
  startInterval: number;
}

const millisecond = 1_000_000;
const defaults = { Interval: 30_000, Timeout: 30_000, StartPeriod: 0, StartInterval: 5000 };
const defaultRetries = 3;
const defaultShell = ['/bin/sh', '-c'];

/** The image's settings where the request has none of its own. */
export function mergeHealthcheck(
  own: HealthConfig | null | undefined,
  image: HealthConfig | null | undefined,
): HealthConfig | undefined {
  if (!own || !image) return own ?? (image ? { ...image } : undefined);
  const Test = own.Test?.length ? own.Test : image.Test;
  const given = Object.entries(own).filter(([key, value]) => key !== 'Test' && value);
  return { ...image, ...Object.fromEntries(given), ...(Test && { Test }) };
}

/** Throws InvalidParameter for durations below 1 ms and a negative number of retries. */
export function checkHealthcheck(config: HealthConfig | null | undefined): void {
  if (!config) return;
  const duration = (name: keyof typeof defaults) => {
    const value = config[name];
    if (value && value < millisecond)
      throw invalidParameter(`${name} in Healthcheck cannot be less than 1ms`, 'health.duration');
  };
  duration('Interval');
  duration('Timeout');
  if ((config.Retries ?? 0) < 0)
    throw invalidParameter('Retries in Healthcheck cannot be negative', 'health.retries');
  duration('StartPeriod');
  duration('StartInterval');
}

/** What there is to do; undefined for no check: none given, `NONE`, or of a kind that nobody knows. */
export function checkSettings(
  config: HealthConfig | null | undefined,
  shell: readonly string[] | null | undefined,
): CheckSettings | undefined {
  const [kind, ...rest] = config?.Test ?? [];
  if (!config || (kind !== 'CMD' && kind !== 'CMD-SHELL')) return undefined;
  const duration = (name: keyof typeof defaults) =>
    config[name] ? config[name] / millisecond : defaults[name];
  return {
    command: kind === 'CMD' ? rest : [...(shell?.length ? shell : defaultShell), ...rest],
    interval: duration('Interval'),
    timeout: duration('Timeout'),
    retries: config.Retries || defaultRetries,
    startPeriod: duration('StartPeriod'),
    startInterval: duration('StartInterval'),
  };
}

/** A duration as Go prints it: `500ms`, `1.5s`, `1m30s`. */
export function goDuration(milliseconds: number): string {
  if (milliseconds < 1) return `${milliseconds * 1000}µs`;
  if (milliseconds < 1000) return `${milliseconds}ms`;
  const hours = Math.floor(milliseconds / 3_600_000);
  const minutes = Math.floor(milliseconds / 60_000) % 60;
  const seconds = `${(milliseconds % 60_000) / 1000}s`;
  if (hours > 0) return `${hours}h${minutes}m${seconds}`;
  return minutes > 0 ? `${minutes}m${seconds}` : seconds;
}
