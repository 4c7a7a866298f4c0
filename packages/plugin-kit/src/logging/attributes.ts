import type { ContainerRecord } from '../container.js';
import { badLogOption, type LogOptions } from './options.js';

/**
 * What `labels`, `labels-regex`, `env` and `env-regex` add to each line, keys in order. `key` gives the name under which
 * a label or variable is sent. Throws System for a bad regular expression.
 */
export function extraAttributes(
  container: ContainerRecord,
  options: LogOptions,
  key: (name: string) => string = (name) => name,
): Record<string, string> {
  const attributes: Record<string, string> = {};
  const take = (values: Record<string, string>, names: string | undefined, pattern: string | undefined) => {
    for (const name of names?.split(',') ?? [])
      if (Object.hasOwn(values, name)) attributes[key(name)] = values[name]!;
    if (!pattern) return;
    const expression = compile(pattern);
    for (const [name, value] of Object.entries(values))
      if (expression.test(name)) attributes[key(name)] = value;
  };
  take(container.body.Config.Labels ?? {}, options['labels'], options['labels-regex']);
  take(environment(container), options['env'], options['env-regex']);
  return Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function environment(container: ContainerRecord): Record<string, string> {
  const pairs = (container.body.Config.Env ?? []).filter((entry) => entry.includes('='));
  return Object.fromEntries(
    pairs.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
  );
}

function compile(pattern: string): RegExp {
  try {
    return new RegExp(pattern);
  } catch (error) {
    throw badLogOption(`error parsing regexp: ${pattern}`, error);
  }
}
