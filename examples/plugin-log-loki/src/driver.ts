import {
  attributeOptions,
  badLogOption,
  extraAttributes,
  invalidParameter,
  logTag,
  MessageWriter,
  type ContainerRecord,
  type LogDriver,
  type LogEntry,
  type LogOptions,
} from '@arca/plugin-kit';

const known = new Set<string>(['loki-url', ...attributeOptions]);

/** The driver `loki`: lines are pushed to Grafana Loki, many at a time. */
export const loki: LogDriver = {
  name: 'loki',
  validate(options) {
    const unknown = Object.keys(options).find((name) => !known.has(name));
    if (unknown !== undefined) throw invalidParameter(`unknown log opt '${unknown}' for loki log driver`);
    pushUrl(options);
  },
  open(container, options) {
    const url = pushUrl(options);
    const labels = labelsOf(container, options);
    const send = async (messages: readonly Buffer[], signal: AbortSignal) => {
      const body = `{"streams":[${[...streams(messages, labels)].join(',')}]}`;
      const answer = await fetch(url, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body },
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
      });
      if (!answer.ok) throw new Error(`loki: ${answer.status} ${await answer.text()}`);
      await answer.body?.cancel();
    };
    // Lines wait a little for others, and are sent again while there is room for those that come meanwhile.
    const sender = { send, close: () => undefined };
    return Promise.resolve(new MessageWriter({ encode, sender, count: 1000, linger: 1000, retry: 1000 }));
  },
};

/** Milliseconds that a push may take. */
const timeout = 10_000;

function pushUrl({ 'loki-url': url }: LogOptions): URL {
  if (!url) throw invalidParameter('loki-url is a required parameter');
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw badLogOption(`loki: invalid loki-url: ${url}`);
  return new URL('/loki/api/v1/push', url);
}

/** What Loki finds lines by: few and short. Names have letters, digits and underscores there. */
function labelsOf(container: ContainerRecord, options: LogOptions): Record<string, string> {
  const own = extraAttributes(container, options, (name) => name.replaceAll(/[^a-zA-Z0-9_]/g, '_'));
  return { container: container.name, tag: logTag(container, options), ...own };
}

/** A message: the letter of its stream, then what Loki calls a value. */
const encode = ({ stream, time, line }: LogEntry): Buffer =>
  Buffer.from(`${stream === 'stdout' ? 'o' : 'e'}["${time}",${JSON.stringify(line.toString())}]`);

function* streams(messages: readonly Buffer[], labels: Record<string, string>): Generator<string> {
  for (const stream of ['stdout', 'stderr'] as const) {
    const values = messages
      .map(String)
      .filter((message) => message.startsWith(stream === 'stdout' ? 'o' : 'e'));
    if (values.length === 0) continue;
    const texts = values.map((value) => value.slice(1));
    yield `{"stream":${JSON.stringify({ ...labels, stream })},"values":[${texts.join(',')}]}`;
  }
}
