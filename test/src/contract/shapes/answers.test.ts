import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { Api } from '../../harness/api.js';
import type { Engine } from '../../harness/engine.js';
import { selectedEngines, sharedEngine } from '../../harness/fleet.js';
import { request } from '../../harness/http.js';
import { explained } from './differences.js';
import { shapeOf, type Shape } from './shape-of.js';

/** The newest version that both speak. */
const VERSION = 'v1.41';

/** One container each, of the same settings, and what is asked of it. */
class Side {
  readonly api: Api;
  private container = '';
  private exec = '';

  constructor(readonly engine: Engine) {
    this.api = new Api(engine);
  }

  async prepare(): Promise<void> {
    // Other tests leave what they have built.
    await this.api.post('/build/prune', undefined, { all: true });
    const Healthcheck = { Test: ['CMD', 'true'], Interval: 3600e9 };
    const HostConfig = { Memory: 64 * 1024 * 1024, Binds: ['/tmp:/bound'], PortBindings: { '80/tcp': [{}] } };
    const body = { Cmd: ['sleep', '600'], Labels: { a: 'b' }, ExposedPorts: { '80/tcp': {} } };
    this.container = await this.api.start({ ...body, Healthcheck, HostConfig } as object);
    this.exec = await this.api.execCreate(this.container, { Cmd: ['true'] });
  }

  async shape(path: string): Promise<Shape> {
    const full = path.replace('CONTAINER', this.container).replace('EXEC', this.exec);
    const answer = await request(this.engine.socketPath, 'GET', `/${VERSION}${full}`);
    return shapeOf(this.api.expect(answer, 200).json());
  }
}

const questions: Record<string, string> = {
  'container inspect': '/containers/CONTAINER/json?size=1',
  'container list': '/containers/json?size=1',
  'container stats': '/containers/CONTAINER/stats?stream=0',
  'container top': '/containers/CONTAINER/top',
  'exec inspect': '/exec/EXEC/json',
  'image inspect': '/images/arca-test/busybox:latest/json',
  'image list': '/images/json?filters={"reference":["arca-test/busybox"]}',
  'image history': '/images/arca-test/busybox:latest/history',
  'network inspect': '/networks/bridge',
  'network list': '/networks?filters={"name":["bridge"]}',
  'disk usage': '/system/df',
  info: '/info',
  version: '/version',
};

const bothRun = selectedEngines().length === 2;

(bothRun ? describe : describe.skip)('the keys of answers, beside dockerd’s', () => {
  let arca: Side;
  let dockerd: Side;
  before(async () => {
    arca = new Side(sharedEngine('arca'));
    dockerd = new Side(sharedEngine('dockerd'));
    await Promise.all([arca.prepare(), dockerd.prepare()]);
  });
  after(() => Promise.all([arca.api.wipe(), dockerd.api.wipe()]));

  for (const [name, path] of Object.entries(questions)) {
    it(`are the same in ${name}, but for what is explained`, async () => {
      const [ours, theirs] = [await arca.shape(path), await dockerd.shape(path)];
      const differences: string[] = [];
      for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
        const [one, other] = [ours.get(key) ?? 'missing', theirs.get(key) ?? 'missing'];
        if (one !== other) differences.push(`${key}: ${one}, dockerd ${other}`);
      }
      const expected = Object.keys(explained[name] ?? {});
      expect(differences.sort()).to.deep.equal(expected.sort());
    });
  }
});
