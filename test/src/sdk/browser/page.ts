import type * as Sdk from '@arca/sdk/browser';
import { build, stop } from 'esbuild';

/** What runs inside of pages: each function is sent there as it stands, and finds the SDK as a global. */

declare const sdk: typeof Sdk;
declare const document: { querySelector(selector: string): { dispatchEvent(event: object): void } | null };
declare const DataTransfer: new () => { setData(type: string, text: string): void };
declare const ClipboardEvent: new (type: string, init: object) => object;

interface Target {
  ENGINE: string;
  id: string;
}

/** Sends all byte values through `cat` and tells whether they have come back. */
export async function echoBytes({ ENGINE, id, plain }: Target & { plain: boolean }): Promise<object> {
  const browser = globalThis as { WebSocketStream?: unknown };
  if (plain) delete browser.WebSocketStream;
  const client = sdk.createClient({ url: ENGINE });
  const sent = Uint8Array.from({ length: 256 * 1024 }, (_, index) => (index * 7 + (index >> 8)) & 255);
  const process = await sdk.exec(client, id, ['head', '-c', String(sent.length)]);
  void process.write(sent);
  let at = 0;
  let same = true;
  for await (const bytes of process) same &&= bytes.every((byte) => byte === sent[at++]);
  const { code } = await process.closed;
  return { same: same && at === sent.length, code, plain: browser.WebSocketStream === undefined };
}

/** Reads the numbers up to a million, now and then slowly. */
export async function readFlood({ ENGINE, id }: Target): Promise<object> {
  const client = sdk.createClient({ url: ENGINE });
  const process = await sdk.exec(client, id, ['sh', '-c', 'seq 1 1000000; exit 3']);
  const read = { bytes: 0, lines: 0, last: '' };
  let tail = '';
  let waits = 0;
  for await (const bytes of process) {
    read.bytes += bytes.length;
    for (const byte of bytes) if (byte === 10) read.lines += 1;
    tail = (tail + new TextDecoder().decode(bytes.subarray(-16))).slice(-16);
    if (read.bytes > 1_000_000 * (waits + 1)) {
      waits += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  read.last = tail.trim().split('\n').at(-1)!;
  return { ...read, code: (await process.closed).code, exitCode: await process.exitCode() };
}

/** Pastes a text into the page's terminal. */
export function paste(text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.querySelector('.xterm-helper-textarea')!.dispatchEvent(event);
}

/** What a page that holds a container has of it. */
interface Held {
  write(text: string): Promise<void>;
  /** What it has read. */
  text: string;
  /** How its stream ended. */
  ended: string | undefined;
}

/** Takes hold of a container until it ends, or is left by Ctrl-X. */
export async function hold({ ENGINE, id }: Target): Promise<void> {
  const process = await sdk.attach(sdk.createClient({ url: ENGINE }), id, {
    ...{ detachKeys: 'ctrl-x', logs: true },
  });
  const held: Held = { write: (text) => process.write(text), text: '', ended: undefined };
  (globalThis as { held?: Held }).held = held;
  const decoder = new TextDecoder();
  const reading = async () => {
    for await (const bytes of process) held.text += decoder.decode(bytes, { stream: true });
    return String((await process.closed).code);
  };
  reading().then(
    (code) => (held.ended = code),
    (error: unknown) => (held.ended = String(error)),
  );
}

/** Writes texts to the container that the page holds, without waiting for one before the next. */
export async function type(texts: string[]): Promise<void> {
  const { held } = globalThis as unknown as { held: Held };
  await Promise.all(texts.map((text) => held.write(text)));
}

/** What the page has of its container. */
export function seen(): Omit<Held, 'write'> {
  const { text, ended } = (globalThis as unknown as { held: Held }).held;
  return { text, ended };
}

/** Calls what a page calls, and gives what it has seen. */
export async function useOperations({ ENGINE, id }: Target): Promise<object> {
  const client = sdk.createClient({ url: ENGINE });
  const failure = async (call: Promise<unknown>) => {
    const error = await call.then(
      () => new Error('no failure'),
      (caught: unknown) => caught as Error,
    );
    return error as Error & { status?: number; operation?: string };
  };
  const names = (await sdk.containerList({ client, throwOnError: true })).data.length;
  const { response } = await sdk.systemPingHead({ client });
  // Until it has written both; what is written to which stream may come in any order.
  const decoder = new TextDecoder();
  let followed = '';
  for await (const bytes of sdk.followLogs(client, id)) {
    followed += decoder.decode(bytes, { stream: true });
    if (followed.includes('wrong') && followed.includes('out')) break;
  }
  const logged = await sdk.containerLogs({
    ...{ client, path: { id }, query: { stdout: true, stderr: true }, throwOnError: true },
  });
  const logs = await sdk.collect(sdk.demultiplex(logged.data));
  const stats = await sdk.containerStats({ client, path: { id }, throwOnError: true });
  let sample = false;
  for await (const { pids_stats } of stats.data) {
    sample = pids_stats?.current === 1;
    break;
  }
  const archive = await sdk.containerArchive({
    client,
    path: { id },
    query: { path: '/etc/hosts' },
    throwOnError: true,
  });
  const stat = archive.response.headers.get('X-Docker-Container-Path-Stat');
  await archive.data.cancel();
  const missing = await failure(sdk.containerInspect({ client, path: { id: 'nobody' }, throwOnError: true }));
  const attach = await failure(sdk.attach(client, 'nobody'));
  const abort = new AbortController();
  const held = await sdk.attach(client, id, { signal: abort.signal });
  abort.abort(new Error('enough'));
  const aborted = await failure(held[Symbol.asyncIterator]().next());
  const events: string[] = [];
  const filters = JSON.stringify({ container: [id], event: ['kill', 'die'] });
  const watching = (async () => {
    for await (const { Action } of sdk.watchEvents(client, { filters, since: '1' })) {
      events.push(Action ?? '');
      if (events.length === 2) return;
    }
  })();
  await sdk.containerKill({ client, path: { id }, throwOnError: true });
  await watching;
  return {
    ...{
      names,
      version: response.headers.get('Api-Version'),
      logs,
      sample,
      archive: stat !== null,
      events: events.sort(),
    },
    ...{
      followed: followed.split('\n').sort(),
      aborted: aborted.message,
      attach: `${attach.name} ${attach.status}`,
    },
    missing: `${missing.name} ${missing.status} ${missing.operation}`,
  };
}

/** The SDK as one script, whose functions are in the global `sdk`. */
export async function sdkScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '@arca/sdk/browser'`, resolveDir: import.meta.dirname },
    ...{ bundle: true, write: false, platform: 'browser', format: 'iife', globalName: 'sdk' },
  });
  await stop(); // its process would be taken for one left behind
  return outputFiles[0]!.text;
}
