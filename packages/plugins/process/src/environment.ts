import { defaultPath } from '@arca/plugin-kit';

const nameOf = (entry: string) => entry.split('=', 1)[0]!;

/** The request's entries, then those of the image whose names it does not set. */
export function mergeEnvironment(given: readonly string[], image: readonly string[]): string[] {
  const names = new Set(given.map(nameOf));
  return [...given, ...image.filter((entry) => !names.has(nameOf(entry)))];
}

export interface Variable {
  name: string;
  value: string;
  /** Whether it is in `Config.Env`, rather than one that every container gets. */
  given: boolean;
}

/**
 * What the process starts with: PATH, HOSTNAME and with a terminal TERM, then `Config.Env`, and the user's HOME. An entry without `=`
 * removes the variable. Of two entries with one name the last counts.
 */
export function startEnvironment(
  env: readonly string[],
  { hostname, tty, home }: { hostname: string; tty: boolean; home: string },
): Variable[] {
  const variables = new Map<string, Variable>();
  const put = (name: string, value: string, given: boolean) => variables.set(name, { name, value, given });
  put('PATH', defaultPath, false);
  put('HOSTNAME', hostname, false);
  if (tty) put('TERM', 'xterm', false);
  for (const entry of env) {
    const name = nameOf(entry);
    if (entry === name) variables.delete(name);
    else put(name, entry.slice(name.length + 1), true);
  }
  // Runtimes differ in what they do without one.
  if (!variables.has('HOME')) put('HOME', home || '/', false);
  return [...variables.values()];
}
