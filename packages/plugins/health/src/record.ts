import type { CheckSettings } from './settings.js';

/** What one run of the check came to, by the names of the API. */
export interface CheckResult {
  Start: string;
  End: string;
  /** 0: good. -1: could not be run, or took too long. */
  ExitCode: number;
  Output: string;
}

/** A container's health as it is kept. */
export interface HealthRecord {
  Status: 'starting' | 'healthy' | 'unhealthy';
  FailingStreak: number;
  Log: CheckResult[];
}

const kept = 5;

/** Health at a start: what is known of earlier runs stays in the log. */
export const startingRecord = (before: HealthRecord | undefined): HealthRecord => ({
  Status: 'starting',
  FailingStreak: 0,
  Log: before?.Log ?? [],
});

/**
 * Health after a check. `sinceStart`: ms from the container's start to the check's. Until a first success failures in
 * the start period do not count.
 */
export function afterCheck(
  before: HealthRecord,
  result: CheckResult,
  { retries, startPeriod }: Pick<CheckSettings, 'retries' | 'startPeriod'>,
  sinceStart: number,
): HealthRecord {
  const Log = [...before.Log, result].slice(-kept);
  if (result.ExitCode === 0) return { Status: 'healthy', FailingStreak: 0, Log };
  if (before.Status === 'starting' && sinceStart < startPeriod) return { ...before, Log };
  const FailingStreak = before.FailingStreak + 1;
  return { Status: FailingStreak >= retries ? 'unhealthy' : before.Status, FailingStreak, Log };
}

/** ms until the next check. */
export function nextInterval(
  { Status }: Pick<HealthRecord, 'Status'>,
  { interval, startInterval, startPeriod }: CheckSettings,
  sinceStart: number,
): number {
  return Status === 'starting' && sinceStart < startPeriod ? startInterval : interval;
}
