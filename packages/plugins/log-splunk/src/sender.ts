import { randomUUID } from 'node:crypto';
import { Agent as PlainAgent, request as plainRequest, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { promisify } from 'node:util';
import { gzip as compress } from 'node:zlib';
import { badLogOption, certificateFailure, type MessageSender } from '@arca/plugin-kit';
import type { SplunkOptions } from './options.js';

/** Milliseconds for one request; for a batch as dockerd's. */
const batchTimeout = 30_000;
/** Characters of an answer that are told. */
const toldLength = 1024;
const gzip = promisify(compress);

/** Posts batches to a collector, one after the other, over one connection. */
export class EventSender implements MessageSender {
  readonly #agent: PlainAgent;

  constructor(private readonly options: SplunkOptions) {
    const keep = { keepAlive: true, maxSockets: 1 };
    this.#agent =
      options.url.protocol === 'https:' ? new SecureAgent({ ...keep, ...options.tls }) : new PlainAgent(keep);
  }

  /** `splunk-verify-connection`. Rejects with System when the collector does not answer, or not with 200. */
  async verify(): Promise<void> {
    const { url } = this.options;
    const answer = await this.#ask('OPTIONS', {}, undefined, AbortSignal.timeout(batchTimeout)).catch(
      (error: unknown) => {
        const reason = certificateFailure(error, url.hostname) ?? (error as Error).message;
        throw badLogOption(`Options "${url.href}": ${reason}`, error);
      },
    );
    if (answer.status !== 200) {
      throw badLogOption(`splunk: failed to verify connection - ${answer.line} - ${answer.text}`);
    }
  }

  async send(messages: readonly Buffer[], signal: AbortSignal): Promise<void> {
    const { token, gzip: level, indexAcknowledgment } = this.options;
    const data = Buffer.concat(messages);
    const headers = {
      Authorization: `Splunk ${token}`,
      ...(level !== undefined && { 'Content-Encoding': 'gzip' }),
      ...(indexAcknowledgment && { 'X-Splunk-Request-Channel': randomUUID() }),
    };
    const body = level === undefined ? data : await gzip(data, { level });
    const limit = AbortSignal.any([signal, AbortSignal.timeout(batchTimeout)]);
    const { status, line, text } = await this.#ask('POST', headers, body, limit);
    if (status !== 200) throw new Error(`splunk: failed to send event - ${line} - ${text}`);
  }

  close(): void {
    this.#agent.destroy();
  }

  #ask(method: string, headers: Record<string, string>, body?: Buffer, signal?: AbortSignal) {
    const { url } = this.options;
    const ask = url.protocol === 'https:' ? secureRequest : plainRequest;
    return new Promise<{ status: number; line: string; text: string }>((resolve, reject) => {
      const request = ask(url, { method, headers, agent: this.#agent, ...(signal && { signal }) });
      request.once('error', reject).once('response', (response) => {
        const { statusCode: status = 0, statusMessage = '' } = response;
        const line = `${status} ${statusMessage}`;
        read(response).then((text) => resolve({ status, line, text }), reject);
      });
      request.end(body);
    });
  }
}

async function read(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (text.length < toldLength) text += chunk.toString();
  }
  return text.slice(0, toldLength);
}
