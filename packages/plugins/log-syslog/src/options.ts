import { accessSync } from 'node:fs';
import {
  attributeOptions,
  badLogRequest,
  parseLogAddress,
  refuseUnknown,
  type LogOptions,
} from '@arca/plugin-kit';

const known = new Set<string>([
  ...attributeOptions,
  'syslog-address',
  'syslog-facility',
  'syslog-format',
  'syslog-tls-ca-cert',
  'syslog-tls-cert',
  'syslog-tls-key',
  'syslog-tls-skip-verify',
]);

/** By number. */
const facilities =
  'kern user mail daemon auth syslog lpr news uucp cron authpriv ftp . . . . local0 local1 local2 local3 local4 local5 local6 local7'.split(
    ' ',
  );
const formats = ['', 'rfc3164', 'rfc5424', 'rfc5424micro'] as const;
export type SyslogFormat = (typeof formats)[number];

/** Where messages go; `local`: the host's own daemon, wherever its socket is. */
export type SyslogAddress =
  | { network: 'local' }
  | { network: 'unixgram'; path: string }
  | { network: 'udp'; host: string; port: number }
  | StreamAddress;

export type StreamAddress =
  { network: 'unix'; path: string } | { network: 'tcp' | 'tcp+tls'; host: string; port: number };

/** Checks all options, as dockerd does when a container is created. */
export function validate(options: LogOptions): void {
  refuseUnknown(options, known, (name) => `unknown log opt '${name}' for syslog log driver`);
  parseAddress(options);
  parseFacility(options);
  parseFormat(options);
}

/** `syslog-address`. Throws InvalidParameter for an unknown scheme, and for a socket that does not exist. */
export function parseAddress({ 'syslog-address': text }: LogOptions): SyslogAddress {
  if (!text) return { network: 'local' };
  const { scheme, host, port, path } = parseLogAddress(text);
  if (scheme === 'unix' || scheme === 'unixgram') {
    try {
      accessSync(path);
    } catch {
      throw badLogRequest(`stat ${path}: no such file or directory`);
    }
    return { network: scheme, path };
  }
  if (scheme !== 'udp' && scheme !== 'tcp' && scheme !== 'tcp+tls') {
    throw badLogRequest(`unsupported scheme: '${scheme}'`);
  }
  const target = { host, port: port ?? 514 };
  return scheme === 'udp' ? { network: scheme, ...target } : { network: scheme, ...target };
}

/** `syslog-facility`, a name or a number: the number. */
export function parseFacility({ 'syslog-facility': text }: LogOptions): number {
  if (!text) return facilities.indexOf('daemon');
  const named = text === '.' ? -1 : facilities.indexOf(text);
  if (named >= 0) return named;
  if (/^[+-]?\d+$/.test(text) && Number(text) >= 0 && Number(text) <= 23) return Number(text);
  throw badLogRequest('invalid syslog facility');
}

/** `syslog-format`. */
export function parseFormat({ 'syslog-format': text = '' }: LogOptions): SyslogFormat {
  const format = formats.find((name) => name === text);
  if (format === undefined) throw badLogRequest('Invalid syslog format');
  return format;
}
