import type { Log } from '@arca/plugin-kit';

/** Writes the daemon's own log to standard error: a line each, fields as `name=value`. */
export const stderrLog =
  (debug: boolean): Log =>
  (level, message, fields = {}) => {
    if (level === 'debug' && !debug) return;
    const text = Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ` ${name}=${typeof value === 'string' ? JSON.stringify(value) : String(value)}`)
      .join('');
    process.stderr.write(`${new Date().toISOString()} ${level} ${message}${text}\n`);
  };
