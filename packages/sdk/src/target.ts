import type { ClientRequest } from './options.js';

/**
 * Path and query of a request: lists are repeated, objects, such as filters, are JSON. Throws a TypeError for a part of the
 * path that would lead to another operation.
 */
export function targetOf({ url, path, query }: ClientRequest): string {
  return filled(url, path as Record<string, unknown> | undefined) + queryText(query);
}

const filled = (url: string, values: Record<string, unknown> = {}): string =>
  url.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(values[name] ?? '');
    if (value === '' || value === '.' || value === '..')
      throw new TypeError(`${url} needs a value of ${name}, got ${JSON.stringify(value)}`);
    return encodeURIComponent(value);
  });

function queryText(query: unknown): string {
  if (query === undefined) return '';
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
    for (const one of [value].flat()) {
      if (one === undefined || one === null) continue;
      text.append(name, typeof one === 'object' ? JSON.stringify(one) : String(one as string));
    }
  }
  return text.size === 0 ? '' : `?${text}`;
}
