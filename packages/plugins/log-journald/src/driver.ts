import {
  attributeOptions,
  MessageWriter,
  refuseUnknown,
  systemError,
  type LocalDatagrams,
  type LocalDatagramSocket,
  type LogDriver,
  type MessageSender,
} from '@arca/plugin-kit';
import { entryEncoder } from './fields.js';

const known = new Set<string>(attributeOptions);
const journalSocket = '/run/systemd/journal/socket';

/** The driver `journald`, by journald's native protocol. `path` is for tests. */
export const journald = (datagrams: LocalDatagrams, path = journalSocket): LogDriver => ({
  name: 'journald',
  validate(options) {
    refuseUnknown(options, known, (name) => `unknown log opt '${name}' for journald log driver`);
  },
  open(container, options) {
    return new Promise((resolve) => {
      const encode = entryEncoder(container, options);
      resolve(new MessageWriter({ encode, sender: openSender(datagrams, path) }));
    });
  },
});

function openSender(datagrams: LocalDatagrams, path: string): MessageSender {
  let socket: LocalDatagramSocket;
  try {
    socket = datagrams.connect(path);
  } catch (error) {
    throw systemError('journald is not enabled on this host', 'log.dial', { cause: error });
  }
  return {
    async send(messages, signal) {
      for (const message of messages) {
        await socket.send(message, signal).catch((error: unknown) => {
          if ((error as { code?: string }).code !== 'EMSGSIZE') throw error;
          return socket.sendSealed(message, signal);
        });
      }
    },
    close: () => socket.close(),
  };
}
