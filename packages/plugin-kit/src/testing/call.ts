import { duplexPair, type Duplex } from 'node:stream';
import type { Call, HijackOptions } from '../operation.js';

/** What a test says of the request; the rest is as in one of the newest version without headers. */
export interface CallOptions {
  apiVersion?: string;
  headers?: Call['headers'];
  signal?: AbortSignal;
}

/** A call, and what a handler did to its answer. */
export interface RecordedCall extends Call {
  /** Set with `setHeader`. */
  readonly answerHeaders: Readonly<Record<string, string>>;
  /** Media types with which headers were sent at once, '' when none was named. */
  readonly flushed: readonly string[];
  /** Media types with which the connection was taken over. */
  readonly hijacked: readonly string[];
  /** The client's end of the connection that was taken over. */
  readonly client: Duplex;
}

const parts = (version: string) => version.split('.').map(Number) as [number, number];

/** A call that needs no server: it records what a handler does to the answer. */
export function recordedCall(options: CallOptions = {}): RecordedCall {
  const { apiVersion = '1.51', headers = {}, signal = new AbortController().signal } = options;
  const [client, connection] = duplexPair();
  const answerHeaders: Record<string, string> = {};
  const flushed: string[] = [];
  const hijacked: string[] = [];
  return {
    ...{ apiVersion, headers, signal, answerHeaders, flushed, hijacked, client },
    atLeast(version) {
      const [[major, minor], [wantedMajor, wantedMinor]] = [parts(apiVersion), parts(version)];
      return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
    },
    setHeader(name, value) {
      answerHeaders[name] = value;
    },
    flushHeaders(contentType = '') {
      flushed.push(contentType);
    },
    hijack({ contentType }: HijackOptions) {
      hijacked.push(contentType);
      return Promise.resolve(connection);
    },
  };
}
