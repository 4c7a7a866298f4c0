import type { LogEntry } from '@arca/plugin-kit';
import type { SyslogFormat } from './options.js';

/** What all messages of a log have in common. */
export interface MessageFacts {
  format: SyslogFormat;
  facility: number;
  hostname: string;
  tag: string;
  pid: number;
  /** Each message begins with its length (RFC 5425). */
  counted: boolean;
}

const severities: Readonly<Record<LogEntry['stream'], number>> = { stdout: 6, stderr: 3 };
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const newline = Buffer.from('\n');
const two = (number: number) => String(number).padStart(2, '0');

/** Makes messages as dockerd's driver does: each ends with a newline; empty lines are none. */
export function messageEncoder(facts: MessageFacts): (entry: LogEntry) => Buffer | undefined {
  const head = withHead(facts);
  return ({ stream, time, line }) => {
    if (line.length === 0) return undefined;
    const priority = (facts.facility << 3) | severities[stream];
    const parts = [Buffer.from(head(priority, time)), line, newline];
    if (facts.counted) {
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      parts.unshift(Buffer.from(`${length} `));
    }
    return Buffer.concat(parts);
  };
}

/** All that comes before the text, for a priority and a time in nanoseconds. */
function withHead({ format, hostname, tag, pid }: MessageFacts): (priority: number, time: bigint) => string {
  switch (format) {
    case '':
      return (priority, time) => `<${priority}>${stamp(time)} ${tag}[${pid}]: `;
    case 'rfc3164':
      return (priority, time) => `<${priority}>${stamp(time)} ${hostname} ${tag}[${pid}]: `;
    case 'rfc5424':
      return (priority, time) => `<${priority}>1 ${instant(time, false)} ${hostname} ${tag} ${pid} ${tag} - `;
    case 'rfc5424micro':
      return (priority, time) => `<${priority}>1 ${instant(time, true)} ${hostname} ${tag} ${pid} ${tag} - `;
  }
}

const second = 1_000_000_000n;
const dateOf = (time: bigint) => new Date(Number(time / 1_000_000n));
const clockOf = (date: Date) => `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;

/** `Jan  2 15:04:05`, in the host's time zone. */
function stamp(time: bigint): string {
  const date = dateOf(time);
  return `${months[date.getMonth()]} ${String(date.getDate()).padStart(2)} ${clockOf(date)}`;
}

/** RFC 3339 in the host's time zone, with microseconds or none. */
function instant(time: bigint, micro: boolean): string {
  const date = dateOf(time);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const fraction = micro ? `.${String((time % second) / 1000n).padStart(6, '0')}` : '';
  return `${day}T${clockOf(date)}${fraction}${offset(-date.getTimezoneOffset())}`;
}

function offset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
