import { invalidParameter, systemError } from '../errors.js';
import { goBoolean, notGoBoolean } from '../go-boolean.js';

/** The options of a logging driver as `HostConfig.LogConfig.Config` has them. */
export type LogOptions = Readonly<Record<string, string>>;

/** Options with which a driver adds facts of the container to each line; see `extraAttributes` and `logTag`. */
export const attributeOptions = ['labels', 'labels-regex', 'env', 'env-regex', 'tag'] as const;

/** An option's value that cannot be used, found when the log is opened. */
export const badLogOption = (message: string, cause?: unknown) =>
  systemError(message, 'log.option', { cause });

/** Go's ways to write a boolean. Throws System with Go's text. */
export function parseLogBoolean(text: string, before = ''): boolean {
  const value = goBoolean(text);
  if (value === undefined) throw badLogOption(before + notGoBoolean(text));
  return value;
}

/** A decimal number. Throws System with Go's text. */
export function parseLogInteger(text: string, before = ''): number {
  if (!/^[+-]?\d+$/.test(text)) {
    throw badLogOption(`${before}strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
  }
  return Number(text);
}

/** Refuses option names that a driver does not know, as a bad request with the text that `message` gives. */
export function refuseUnknown(
  options: LogOptions,
  known: ReadonlySet<string>,
  message: (name: string) => string,
): void {
  for (const name of Object.keys(options)) {
    if (!known.has(name)) throw badLogRequest(message(name));
  }
}

/** An option that is refused when a container is created. */
export const badLogRequest = (message: string) => invalidParameter(message, 'log.option');
