import { invalidParameter } from '@arca/plugin-kit';

/** A parameter that is JSON. Throws InvalidParameter with dockerd's message. */
export function json<T>(text: string | undefined, name: string, otherwise: T): T {
  if (!text) return otherwise;
  try {
    return (JSON.parse(text) as T | null) ?? otherwise;
  } catch (error) {
    throw invalidParameter(`error reading ${name}: ${(error as Error).message}`, `build.${name}`, {
      cause: error,
    });
  }
}

/** As it comes once or repeated. */
export const list = (given: string | readonly string[] | undefined): string[] =>
  given === undefined || given === '' ? [] : [given].flat();
