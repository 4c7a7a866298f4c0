import { hostname } from 'node:os';
import { MessageWriter, parseDuration, type LogDriver } from '@arca/plugin-kit';
import { eventEncoder } from './event.js';
import { parseOptions, validateNames } from './options.js';
import { EventSender } from './sender.js';

/** The daemon's environment may change how events are gathered, as dockerd's. */
const variable = {
  frequency: 'SPLUNK_LOGGING_DRIVER_POST_MESSAGES_FREQUENCY',
  batch: 'SPLUNK_LOGGING_DRIVER_POST_MESSAGES_BATCH_SIZE',
} as const;
/** Bytes of lines that wait for a collector that does not answer, before they are given up. */
const capacity = 1024 * 1024;

/** The driver `splunk`: Splunk's HTTP event collector. */
export const splunk: LogDriver = {
  name: 'splunk',
  validate: validateNames,
  async open(container, options) {
    const parsed = await parseOptions(options);
    const encode = eventEncoder(container, options, parsed, hostname());
    const sender = new EventSender(parsed);
    if (parsed.verify) await sender.verify();
    const linger = frequency(process.env[variable.frequency]);
    const count = batchSize(process.env[variable.batch]);
    return new MessageWriter({ encode, sender, capacity, linger, retry: linger, count });
  },
};

/** Milliseconds. A value that is no duration is none, as in dockerd. */
function frequency(text: string | undefined): number {
  try {
    return Math.max(1, parseDuration(text ?? '5s') / 1e6);
  } catch {
    return 5000;
  }
}

function batchSize(text: string | undefined): number {
  return text && /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : 1000;
}
