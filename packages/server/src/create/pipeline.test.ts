import { expect } from 'chai';
import { beforeEach, describe, it } from 'mocha';
import { AgentError, create, ImageSchema, type Agent, type Image } from '@arca/agent-proto';
import {
  defineFeature,
  forbidden,
  invalidParameter,
  type AnyFeature,
  type ArcaError,
  type CreateRequest,
} from '@arca/plugin-kit';
import { containerRecord, hostInfo } from '@arca/plugin-kit/testing';
import { FeatureTable } from '../kernel/feature-table.js';
import { loadedFeature } from '../kernel/loaded-feature.js';
import { Pipeline } from './pipeline.js';

const id = 'c'.repeat(64);
const imageId = `sha256:${'1'.repeat(64)}`;
const none = { Config: {}, HostConfig: {}, NetworkingConfig: {} };

const user = defineFeature(
  { id: 'user', summary: 'u', owns: ['User'], writes: ['process.user'] },
  {
    defaults({ Config }, { image }) {
      Config.User ||= image.config.User ?? '';
    },
    validate({ Config }) {
      if (Config.User === 'bad') throw invalidParameter('bad user', 'user.bad');
    },
    spec({ Config }, rooms, { accounts }) {
      rooms.set('process.user', { uid: accounts.passwd.length, gid: 0 }, Config.User ? 'User' : 'default');
    },
  },
);

const pids = defineFeature(
  {
    id: 'pids',
    summary: 'p',
    owns: ['HostConfig.PidsLimit', 'HostConfig.Init'],
    writes: ['linux.resources.pids'],
    updates: ['HostConfig.PidsLimit'],
  },
  {
    adapt({ HostConfig }, { warn }) {
      if (HostConfig.PidsLimit !== 13) return;
      warn('13 is unlucky');
      HostConfig.PidsLimit = undefined;
    },
    update({ PidsLimit }, { HostConfig }) {
      HostConfig.PidsLimit = PidsLimit;
      return { pids: { limit: PidsLimit ?? 0 } };
    },
  },
);

describe('the create pipeline', () => {
  let images: Record<string, Partial<Image>>;
  let asked: string[];

  beforeEach(() => {
    asked = [];
    images = {
      busybox: { id: imageId, architecture: 'amd64', os: 'linux', config: '{"config":{"User":"app"}}' },
      foreign: { id: 'sha256:2', architecture: 'arm64', os: 'linux', variant: 'v8', config: '{}' },
      [imageId]: { id: imageId, config: '{"config":{"User":"app"}}' },
    };
  });

  const agent = {
    images: {
      get: async ({ reference = '' }) => {
        asked.push(reference);
        const image = images[reference];
        if (!image) throw new AgentError('NOT_FOUND', 'no');
        return create(ImageSchema, image as object);
      },
      readFile: async ({ path = '' }) => {
        asked.push(path);
        return { found: path === '/etc/passwd', content: Buffer.from('four') };
      },
    },
  } as unknown as Pick<Agent, 'images'>;

  const pipeline = (...features: AnyFeature[]) => {
    const loaded = features.map((value) => loadedFeature('@acme/plugin', value));
    const host = { info: async () => hostInfo() };
    return new Pipeline({ features: new FeatureTable(loaded) }, agent, host, '1.51');
  };
  const request = (change: Partial<CreateRequest> = {}): CreateRequest => ({
    ...none,
    apiVersion: '1.51',
    ...change,
    Config: { Image: 'busybox', ...change.Config },
  });
  const failure = (promise: Promise<unknown>): Promise<ArcaError> =>
    promise.then(
      () => {
        throw new Error('it did not fail');
      },
      (error: ArcaError) => error,
    );

  it('completes a body with zero values and the image’s and features’ defaults', async () => {
    const { body, image, platform, warnings } = await pipeline(user, pids).complete(
      request({ HostConfig: { PidsLimit: 13 } }),
      id,
    );
    expect(body.Config).to.include({ User: 'app', Image: 'busybox', Tty: false, Env: null });
    expect(body.HostConfig).to.include({ PidsLimit: null, Memory: 0 });
    expect(image).to.include({ id: imageId, reference: 'busybox', architecture: 'amd64' });
    expect(platform).to.equal('linux');
    expect(warnings).to.deep.equal(['13 is unlucky']);
  });

  it('leaves the request as it was', async () => {
    const given = request({ HostConfig: { PidsLimit: 13, Ulimits: [{ Name: 'core' }] } });
    const before = structuredClone(given);
    await pipeline(user, pids).complete(given, id);
    expect(given).to.deep.equal(before);
  });

  it('runs hooks kind by kind, in the order of the features', async () => {
    const calls: string[] = [];
    const noting = (name: string): AnyFeature => ({
      manifest: { id: name, summary: name, owns: [] },
      ...Object.fromEntries(
        ['defaults', 'validate', 'adapt'].map((hook) => [hook, () => void calls.push(`${hook} ${name}`)]),
      ),
    });
    await pipeline(noting('a'), noting('b')).complete(request(), id);
    expect(calls).to.deep.equal([
      'defaults a',
      'defaults b',
      'validate a',
      'validate b',
      'adapt a',
      'adapt b',
    ]);
  });

  it('says no such image as dockerd does', async () => {
    const missing = (Image: string) => failure(pipeline().complete(request({ Config: { Image } }), id));
    expect(await missing('nosuch')).to.include({ kind: 'NotFound', message: 'No such image: nosuch:latest' });
    expect((await missing('docker.io/team/app:1')).message).to.equal('No such image: team/app:1');
    expect((await missing('f'.repeat(64))).message).to.equal(`No such image: sha256:${'f'.repeat(64)}`);
    expect(await missing('')).to.include({ kind: 'InvalidParameter', message: 'no command specified' });
  });

  it('wants the platform that the client asks for, and warns of a foreign one', async () => {
    const on = (Image: string, platform: string) =>
      pipeline().complete(request({ Config: { Image }, platform }), id);
    expect((await on('busybox', 'linux/amd64')).warnings).to.deep.equal([]);
    expect((await on('foreign', 'linux/arm64')).warnings).to.deep.equal([]);
    expect((await on('foreign', '')).warnings).to.deep.equal([
      "The requested image's platform (linux/arm64/v8) does not match the detected host platform (linux/amd64) " +
        'and no specific platform was requested',
    ]);
    expect(await failure(on('busybox', 'linux/arm64'))).to.include({
      kind: 'NotFound',
      message:
        'image with reference busybox was found but does not match the specified platform: ' +
        'wanted linux/arm64, actual: linux/amd64',
    });
  });

  it('fails with 400 for the request and 500 for the plugin, and says where', async () => {
    const bad = await failure(pipeline(user).complete(request({ Config: { User: 'bad' } }), id));
    expect(bad).to.include({ kind: 'InvalidParameter', message: 'bad user', code: 'user.bad' });
    expect(bad.origin).to.deep.equal({ plugin: '@acme/plugin', feature: 'user', hook: 'validate' });
    const broken = (hook: string, error: unknown): AnyFeature => ({
      manifest: { id: 'broken', summary: '', owns: [] },
      [hook]: () => {
        throw error;
      },
    });
    const unreadable = await failure(
      pipeline(broken('defaults', invalidParameter('no'))).complete(request(), id),
    );
    expect(unreadable).to.include({ kind: 'InvalidParameter', message: 'no' });
    for (const [hook, error] of [
      ['adapt', invalidParameter('no', 'a.b')],
      ['defaults', forbidden('no', 'a.b')],
    ] as const) {
      const wrongKind = await failure(pipeline(broken(hook, error)).complete(request(), id));
      expect(wrongKind, hook).to.include({ kind: 'System', message: 'no', code: 'a.b' });
      expect(wrongKind.origin, hook).to.deep.equal({ plugin: '@acme/plugin', feature: 'broken', hook });
    }
    const fault = await failure(
      pipeline(broken('validate', new TypeError('x is undefined'))).complete(request(), id),
    );
    expect(fault).to.include({
      kind: 'System',
      message: 'feature broken of @acme/plugin failed in validate: x is undefined',
    });
  });

  it('refuses a pure hook that is asynchronous', async () => {
    const late = {
      manifest: { id: 'late', summary: '', owns: [] },
      validate: async () => Promise.reject(new Error('late')),
    };
    const error = await failure(pipeline(late as AnyFeature).complete(request(), id));
    expect(error.message).to.equal('feature late of @acme/plugin: hook validate must not be asynchronous');
  });

  it('lets features check what it has become, side by side', async () => {
    const seen: unknown[] = [];
    const policy = (name: string, refuse: boolean): AnyFeature => ({
      manifest: { id: name, summary: '', owns: [] },
      check: async (
        _fields: unknown,
        { spec, provenance }: { spec: { process: object }; provenance: object },
      ) => {
        seen.push(spec.process, provenance);
        if (refuse) throw forbidden(`${name} says no`);
      },
    });
    const error = await failure(
      pipeline(policy('a', false), policy('b', true), policy('c', true), user).complete(request(), id),
    );
    expect(error).to.include({ kind: 'Forbidden', message: 'b says no' });
    expect(error.origin).to.deep.equal({ plugin: '@acme/plugin', feature: 'b', hook: 'check' });
    expect(seen).to.have.lengthOf(6);
    expect(seen[0]).to.deep.include({ user: { uid: 4, gid: 0 } });
    expect(seen[1]).to.deep.equal({ 'process.user': { feature: 'user', field: 'User', value: 'app' } });
    asked = [];
    await pipeline(user).complete(request(), id);
    expect(asked, 'no spec is built when nobody looks at it').to.deep.equal(['busybox']);
  });

  it('explains a request with the spec and its provenance', async () => {
    const { spec, provenance, warnings } = await pipeline(user, pids).explain(
      request({ HostConfig: { PidsLimit: 13 } }),
    );
    expect(spec.process.user).to.deep.equal({ uid: 4, gid: 0 });
    expect(provenance).to.deep.equal({ 'process.user': { feature: 'user', field: 'User', value: 'app' } });
    expect(warnings).to.deep.equal(['13 is unlucky']);
  });

  it('builds the spec of a record, also when its image is gone', async () => {
    const record = containerRecord({ image: { id: 'sha256:gone', reference: 'gone' } });
    const { spec } = await pipeline(user).buildSpec(record, { passwd: 'xx', group: '' });
    expect(spec.process.user.uid).to.equal(2);
  });

  it('asks for what an id stands for only once', async () => {
    const one = pipeline(user);
    const record = containerRecord({ image: { id: imageId, reference: 'busybox' } });
    for (let i = 0; i < 3; i++) {
      await one.buildSpec(record, await one.accounts(imageId));
    }
    expect(asked).to.have.members(['/etc/passwd', '/etc/group', imageId]);
  });

  it('checks an update like a new container', async () => {
    const record = containerRecord({ image: { id: imageId, reference: 'busybox' } });
    const policy: AnyFeature = {
      manifest: { id: 'policy', summary: '', owns: [] },
      check: ({ HostConfig }: { HostConfig: { PidsLimit: number } }) => {
        if (HostConfig.PidsLimit > 6) throw forbidden('too many');
      },
    };
    const error = await failure(pipeline(pids, policy).update(record, { PidsLimit: 7 }, true));
    expect(error).to.include({ kind: 'Forbidden', message: 'too many' });
  });
});
