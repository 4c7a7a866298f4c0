import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';

/** The resolver's configuration (resolv.conf(5)). */
export interface Resolver {
  servers: string[];
  search: string[];
  options: string[];
}

/** Of the host. With systemd-resolved as the only server its upstream servers are taken. */
export async function hostResolver(
  path = '/etc/resolv.conf',
  upstream = '/run/systemd/resolve/resolv.conf',
): Promise<Resolver> {
  const read = async (file: string) => parseResolvConf(await readFile(file, 'utf8').catch(() => ''));
  let resolver = await read(path);
  if (resolver.servers.length === 1 && resolver.servers[0] === '127.0.0.53') resolver = await read(upstream);
  return resolver;
}

/** Servers and options add up; of several `search` and `domain` lines the last one counts. A comment is a line of its own. */
export function parseResolvConf(text: string): Resolver {
  const resolver: Resolver = { servers: [], search: [], options: [] };
  for (const line of text.split('\n')) {
    const [keyword, ...words] = line
      .replace(/^[#;].*/, '')
      .split(/\s+/)
      .filter((word) => word !== '');
    if (keyword === 'nameserver' && isIP(words[0]?.replace(/%.*/, '') ?? ''))
      resolver.servers.push(words[0]!);
    if (keyword === 'search') resolver.search = words;
    if (keyword === 'domain') resolver.search = words.slice(0, 1);
    if (keyword === 'options') resolver.options.push(...words);
  }
  return resolver;
}
