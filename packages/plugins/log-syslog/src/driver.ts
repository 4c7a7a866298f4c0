import { hostname } from 'node:os';
import { logTag, MessageWriter, type LocalDatagrams, type LogDriver } from '@arca/plugin-kit';
import { messageEncoder } from './message.js';
import { parseAddress, parseFacility, parseFormat, validate } from './options.js';
import { openSender } from './sender.js';
import { tlsOptions } from './tls.js';

/** The driver `syslog`. */
export const syslog = (datagrams: LocalDatagrams): LogDriver => ({
  name: 'syslog',
  validate,
  async open(container, options) {
    const tag = logTag(container, options);
    const address = parseAddress(options);
    const format = parseFormat(options);
    const secure = address.network === 'tcp+tls';
    const facility = parseFacility(options);
    const sender = await openSender(address, secure ? await tlsOptions(options) : {}, datagrams);
    const counted = secure && format.startsWith('rfc5424');
    const facts = { format, facility, hostname: hostname(), tag, pid: process.pid, counted };
    return new MessageWriter({ encode: messageEncoder(facts), sender });
  },
});
