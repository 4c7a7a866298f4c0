import { readFile } from 'node:fs/promises';
import type { SecureContextOptions } from 'node:tls';
import {
  attributeOptions,
  badLogOption,
  parseLogBoolean,
  parseLogInteger,
  refuseUnknown,
  type LogOptions,
} from '@arca/plugin-kit';

const formats = ['inline', 'json', 'raw'] as const;

export interface SplunkOptions {
  url: URL;
  token: string;
  format: (typeof formats)[number];
  /** Fields of each event that are there. */
  facts: { source?: string; sourcetype?: string; index?: string };
  tls: SecureContextOptions & { rejectUnauthorized?: boolean; servername?: string };
  /** zlib's level; undefined: no compression. */
  gzip: number | undefined;
  verify: boolean;
  indexAcknowledgment: boolean;
}

const names = [
  ...['url', 'token', 'source', 'sourcetype', 'index', 'capath', 'caname', 'insecureskipverify', 'format'],
  ...['verify-connection', 'gzip', 'gzip-level', 'index-acknowledgment'],
];
const known = new Set<string>([...attributeOptions, ...names.map((name) => `splunk-${name}`)]);

/** Names are checked when a container is created; values, as in dockerd, when its log is opened. */
export function validateNames(options: LogOptions): void {
  refuseUnknown(options, known, (name) => `unknown log opt '${name}' for splunk log driver`);
}

/** Throws System with dockerd's texts. */
export async function parseOptions(options: LogOptions): Promise<SplunkOptions> {
  const url = parseUrl(options['splunk-url']);
  const token = options['splunk-token'];
  if (token === undefined) throw badLogOption('splunk: splunk-token is expected');
  const tls = await tlsOptions(options);
  const compressed = truth(options, 'gzip', false);
  const level = gzipLevel(options['splunk-gzip-level']);
  const indexAcknowledgment = truth(options, 'index-acknowledgment', false);
  const verify = truth(options, 'verify-connection', true);
  const text = options['splunk-format'] ?? 'inline';
  const format = formats.find((name) => name === text);
  if (!format) {
    throw badLogOption(`unknown format specified ${text}, supported formats are inline, json and raw`);
  }
  const { 'splunk-source': source, 'splunk-sourcetype': sourcetype, 'splunk-index': index } = options;
  const facts = Object.entries({ source, sourcetype, index }).filter(([, value]) => value);
  const gzip = compressed ? level : undefined;
  return { url, token, format, facts: Object.fromEntries(facts), tls, gzip, verify, indexAcknowledgment };
}

function parseUrl(text: string | undefined): URL {
  if (text === undefined) throw badLogOption('splunk: splunk-url is expected');
  let url: URL;
  try {
    url = new URL(text);
  } catch (error) {
    // What has no scheme is a relative address to Go.
    if (!/^\w+:\/\//.test(text)) throw badFormat();
    throw badLogOption(`splunk: failed to parse ${text} as url value in splunk-url`, error);
  }
  const plain =
    ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && !url.search && !url.hash;
  if (!plain) throw badFormat();
  url.pathname = '/services/collector/event/1.0';
  return url;
}

const badFormat = () => badLogOption('splunk: expected format scheme://dns_name_or_ip:port for splunk-url');

function truth(options: LogOptions, name: string, byDefault: boolean): boolean {
  const text = options[`splunk-${name}`];
  return text === undefined ? byDefault : parseLogBoolean(text);
}

function gzipLevel(text: string | undefined): number {
  if (text === undefined) return -1;
  const level = parseLogInteger(text);
  if (level >= -1 && level <= 9) return level;
  throw badLogOption(
    `not supported level '${text}' for splunk-gzip-level (supported values between -1 and 9)`,
  );
}

async function tlsOptions(options: LogOptions): Promise<SplunkOptions['tls']> {
  const { 'splunk-capath': path, 'splunk-caname': servername } = options;
  const rejectUnauthorized = !truth(options, 'insecureskipverify', false);
  const ca =
    path === undefined
      ? undefined
      : await readFile(path).catch((error: unknown) => {
          throw badLogOption(`open ${path}: no such file or directory`, error);
        });
  return { rejectUnauthorized, ...(ca && { ca }), ...(servername !== undefined && { servername }) };
}
