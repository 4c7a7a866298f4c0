import { extraAttributes, logTag, MessageWriter, type LogDriver } from '@arca/plugin-kit';
import { messageEncoder } from './message.js';
import { parseOptions } from './options.js';
import { ForwardSender } from './sender.js';

/** Bytes of lines that wait with `async`, where the container never waits. */
const asyncCapacity = 16 * 1024 * 1024;

/** The driver `fluentd`: the forward protocol of Fluentd and Fluent Bit. */
export const fluentd: LogDriver = {
  name: 'fluentd',
  validate: (options) => void parseOptions(options),
  async open(container, options) {
    const parsed = parseOptions(options);
    const encode = messageEncoder({
      tag: logTag(container, options),
      container: { container_id: container.id, container_name: `/${container.name}` },
      attributes: extraAttributes(container, options),
      ...parsed,
    });
    const sender = new ForwardSender(parsed);
    if (!parsed.async) await sender.connect();
    const { bufferLimit, async } = parsed;
    const queue = async ? { overflow: 'drop' as const, capacity: asyncCapacity, messages: bufferLimit } : {};
    return new MessageWriter({ encode, sender, ...queue });
  },
};
