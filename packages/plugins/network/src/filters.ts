import { invalidParameter } from '@arca/plugin-kit';
import type { NetworkRecord } from './record.js';

export type Filters = ReadonlyMap<string, readonly string[]>;

/** Reads a `filters` parameter: `{"name":["a"]}` or the older `{"name":{"a":true}}`. Throws InvalidParameter. */
export function parseFilters(text: string | undefined, known: readonly string[]): Filters {
  const filters = new Map<string, string[]>();
  if (!text) return filters;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw invalidParameter(`invalid filter: ${(error as Error).message}`, 'filters.syntax', { cause: error });
  }
  for (const [name, entries] of Object.entries((value ?? {}) as Record<string, unknown>)) {
    if (!known.includes(name)) throw invalidParameter(`invalid filter '${name}'`, 'filters.unknown');
    const list = Array.isArray(entries) ? entries : Object.keys((entries ?? {}) as object);
    filters.set(name, list.map(String));
  }
  return filters;
}

/** Whether a network passes: within a filter any value, among filters all. */
export function matches(network: NetworkRecord, filters: Filters, inUse: boolean): boolean {
  const fixed = ['bridge', 'host', 'none'].includes(network.name);
  const tests: Record<string, (value: string) => boolean> = {
    name: (value) => network.name.includes(value),
    id: (value) => network.id.startsWith(value),
    driver: (value) => network.driver === value,
    scope: (value) => value === 'local',
    type: (value) => value === (fixed ? 'builtin' : 'custom'),
    dangling: (value) => (value === 'true' || value === '1') === (!fixed && !inUse),
    label: (value) => hasLabel(network.labels, value),
    'label!': (value) => !hasLabel(network.labels, value),
    until: (value) => Date.parse(network.createdAt) < untilTime(value),
  };
  return [...filters].every(([name, values]) => values.length === 0 || values.some((value) => tests[name]?.(value)));
}

const hasLabel = (labels: Record<string, string>, wanted: string) => {
  const [name = '', ...rest] = wanted.split('=');
  return name in labels && (rest.length === 0 || labels[name] === rest.join('='));
};

/** Seconds since the epoch, or a time of RFC 3339. */
const untilTime = (value: string) => (/^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value));
