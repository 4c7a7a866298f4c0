import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from '../../harness/api.js';
import { BUSYBOX } from '../../harness/busybox.js';
import type { Engine } from '../../harness/engine.js';
import type { CreateBody } from '../../harness/shapes.js';

/** Containers and execs in each state that a status depends on, and requests that are answered by a status alone. */
export class World {
  readonly api: Api;

  constructor(readonly engine: Engine) {
    this.api = new Api(engine);
  }

  readonly image = BUSYBOX;

  created = (body: CreateBody = {}): Promise<string> => this.api.create({ Cmd: ['sleep', '600'], ...body });
  running = (body: CreateBody = {}): Promise<string> => this.api.start({ Cmd: ['sleep', '600'], ...body });

  async ended(): Promise<string> {
    return (await this.api.run({ Cmd: ['true'] })).id;
  }

  async paused(): Promise<string> {
    const id = await this.running();
    this.api.expect(await this.api.post(`/containers/${id}/pause`), 204);
    return id;
  }

  exec = async (container?: string, Cmd = ['sleep', '600']): Promise<string> =>
    this.api.execCreate(container ?? (await this.running()), { Cmd, AttachStdin: true });

  post = async (path: string, query?: object, body?: unknown): Promise<number> =>
    (await this.api.call('POST', path, { query: { ...query }, body })).status;
  get = async (path: string, query?: object): Promise<number> =>
    (await this.api.get(path, { ...query })).status;
  delete = async (path: string, query?: object): Promise<number> =>
    (await this.api.delete(path, { ...query })).status;

  /** The status of an answer that may have no end. */
  async begin(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: unknown,
  ): Promise<number> {
    const connection = await this.api.raw(method, path, body, headers);
    try {
      return (await connection.head()).status;
    } finally {
      connection.destroy();
    }
  }

  /** The same of a request to take over the connection. */
  upgrade = (method: string, path: string, body?: unknown): Promise<number> =>
    this.begin(method, path, { Connection: 'Upgrade', Upgrade: 'tcp' }, body);

  webSocket = (path: string): Promise<number> =>
    this.begin('GET', path, {
      ...{ Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' },
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    });
}

/** Fails in the hook that a container's label `fail` names, and in the update to a limit of 4711 processes. */
const faulty = `
const fail = (hook) => (fields) => {
  if (fields.Config.Labels?.fail === hook) throw new Error('broken on purpose');
};
const feature = {
  manifest: { id: 'acme.faulty', summary: '', owns: [] },
  validate: fail('validate'), start: fail('start'), inspect: fail('inspect'), list: fail('list'),
  check({ HostConfig }) { if (HostConfig.PidsLimit === 4711) throw new Error('broken on purpose'); },
};
export default { load: ({ bind }) => void bind(Symbol.for('arca.feature')).toConstantValue(feature) };
`;

/** Writes the plugin that makes an engine fail; its path. */
export function faultyPlugin(directory: string): string {
  const folder = join(directory, 'tmp', 'faulty');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"faulty","type":"module"}');
  writeFileSync(join(folder, 'index.js'), faulty);
  return folder;
}
