import { isIP } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { StreamLink, withPort, type MessageSender } from '@arca/plugin-kit';
import { Acknowledgements } from './acknowledgements.js';
import { ForwardMessage } from './message.js';
import type { FluentdAddress, FluentdOptions } from './options.js';

const growth = 1.5;
const longestWait = 60_000;

/** One connection after the other to a collector, with dockerd's rules for trying again. */
export class ForwardSender implements MessageSender {
  readonly #link: StreamLink;
  #answers = new Acknowledgements();

  constructor(private readonly options: FluentdOptions) {
    this.#link = linkTo(
      options.address,
      (data) => this.#answers.push(data),
      () => this.#answers.break(new Error('the collector closed the connection')),
    );
  }

  /** Rejects with System, in Go's words, when nobody answers. */
  async connect(signal?: AbortSignal): Promise<void> {
    if (this.#link.up) return;
    this.#answers.break(new Error('there is a newer connection'));
    this.#answers = new Acknowledgements();
    await this.#link.connect(signal);
  }

  async send(messages: readonly Buffer[], signal: AbortSignal): Promise<void> {
    const { maxRetries, requestAck } = this.options;
    const waiting = messages.map((bytes) => ForwardMessage.read(bytes, requestAck));
    for (let attempt = 0; attempt < maxRetries; attempt++) {
      this.#renew();
      await this.#connectWithRetries(signal);
      try {
        await this.#deliver(waiting, signal);
        return;
      } catch {
        signal.throwIfAborted();
        this.#link.reset();
      }
    }
    throw new Error(`fluent#write: failed to write after ${maxRetries} attempts`);
  }

  close(): Promise<void> {
    return this.#link.close();
  }

  async #deliver(messages: readonly ForwardMessage[], signal: AbortSignal): Promise<void> {
    const answers = this.#answers;
    const { writeTimeout } = this.options;
    const limits = writeTimeout > 0 ? [signal, AbortSignal.timeout(writeTimeout)] : [signal];
    await this.#link.write(Buffer.concat(messages.map(({ bytes }) => bytes)), AbortSignal.any(limits));
    const chunks = messages.flatMap(({ chunk }) => chunk ?? []);
    if (chunks.length === 0) return;
    const giveUp = () => answers.break(new Error('given up'));
    signal.addEventListener('abort', giveUp, { once: true });
    await answers.all(chunks).finally(() => signal.removeEventListener('abort', giveUp));
  }

  /** `fluentd-async-reconnect-interval`: a name may stand for another address by now. */
  #renew(): void {
    const { async, asyncReconnectInterval } = this.options;
    const age = Date.now() - this.#link.connectedAt;
    if (async && asyncReconnectInterval > 0 && age > asyncReconnectInterval) this.#link.reset();
  }

  async #connectWithRetries(signal: AbortSignal): Promise<void> {
    const { maxRetries, retryWait } = this.options;
    for (let attempt = 0; attempt < maxRetries; attempt++) {
      const connected = await this.connect(signal).then(
        () => true,
        () => false,
      );
      if (connected) return;
      signal.throwIfAborted();
      const wait = retryWait * Math.floor(growth ** (attempt - 1));
      await after(Math.min(wait, longestWait), undefined, { signal });
    }
    throw new Error(`fluent#write: could not connect to fluentd after ${maxRetries} retries`);
  }
}

function linkTo(address: FluentdAddress, data: (chunk: Buffer) => void, lost: () => void): StreamLink {
  if (address.network === 'unix') {
    const { path } = address;
    return new StreamLink({ network: 'unix', address: path, plain: { path } }, data, lost);
  }
  const { network, host, port } = address;
  const target = { network: 'tcp', address: withPort(host, port) };
  if (network === 'tcp') return new StreamLink({ ...target, plain: { host, port } }, data, lost);
  const servername = isIP(host) ? '' : host;
  return new StreamLink({ ...target, tls: { host, port, servername, minVersion: 'TLSv1.2' } }, data, lost);
}
