import type { Agent } from '@arca/agent-proto';
import type { ContainerCreateRequest } from '@arca/api';
import type { CreateRequest } from '@arca/plugin-kit';
import { hostInfo, hostWithCgroupV1, knownContainers, recordedCall } from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { create } from './create.js';

const agent = { system: { info: async () => hostInfo(hostWithCgroupV1) } } as unknown as Agent;

/** Creates, and gives what the life cycle was asked for. */
async function ask(body: object, apiVersion = '1.51', params = {}): Promise<CreateRequest> {
  let asked: CreateRequest | undefined;
  const containers = knownContainers([], {
    create: async (request) => {
      asked = request;
      return { id: 'f00d', warnings: ['careful'] };
    },
  });
  const request = { params, body: body as ContainerCreateRequest };
  expect(await create(containers, agent)(request, recordedCall({ apiVersion }))).to.deep.equal({
    Id: 'f00d',
    Warnings: ['careful'],
  });
  return asked!;
}

const failure = async (body: object, apiVersion?: string): Promise<Error> =>
  ask(body, apiVersion).then(
    () => Promise.reject(new Error('was taken')),
    (error: Error) => error,
  );

const host = async (HostConfig: object, apiVersion: string) =>
  (await ask({ Image: 'x', HostConfig }, apiVersion)).HostConfig;

describe('create (unit)', () => {
  it('takes the body apart and passes name and platform on', async () => {
    const body = { Image: 'x', HostConfig: { Memory: 1 }, NetworkingConfig: { EndpointsConfig: { n: {} } } };
    const asked = await ask(body, '1.51', { name: 'web', platform: 'linux/arm64' });
    expect(asked).to.deep.include({ name: 'web', platform: 'linux/arm64', apiVersion: '1.51' });
    expect(asked.Config).to.deep.equal({ Image: 'x' });
    expect(asked.HostConfig.Memory).to.equal(1);
    expect(asked.NetworkingConfig).to.deep.equal({ EndpointsConfig: { n: {} } });
  });

  it('refuses a body without a configuration', async () => {
    for (const body of [{}, { HostConfig: {} }, { Unknown: 1 }]) {
      const message = 'config cannot be empty in order to create a container';
      expect(await failure(body)).to.include({ kind: 'InvalidParameter', message });
    }
  });

  it('has no platforms before 1.41', async () => {
    expect(await ask({ Image: 'x' }, '1.40', { platform: 'linux/arm64' })).to.not.have.property('platform');
  });
});

describe('create bodies of older clients (unit)', () => {
  it('have the defaults of their time', async () => {
    expect(await host({}, '1.39')).to.include({ IpcMode: 'shareable', CgroupnsMode: 'host' });
    expect(await host({}, '1.40')).to.include({ CgroupnsMode: 'host' });
    expect(await host({ IpcMode: 'private' }, '1.39')).to.include({ IpcMode: 'private' });
    expect(await host({}, '1.41')).to.not.have.any.keys('IpcMode', 'CgroupnsMode');
  });

  it('lose the fields that came later', async () => {
    expect(await host({ AutoRemove: true, KernelMemoryTCP: 5 }, '1.24')).to.include({
      AutoRemove: false,
      KernelMemoryTCP: 0,
    });
    expect(await host({ AutoRemove: true }, '1.25')).to.include({ AutoRemove: true });
    expect((await host({ ConsoleSize: [1, 2] }, '1.41')).ConsoleSize).to.equal(undefined);
    expect((await host({ Annotations: { a: 'b' } }, '1.42')).Annotations).to.equal(undefined);
    expect((await host({ Annotations: { a: 'b' } }, '1.43')).Annotations).to.deep.equal({ a: 'b' });
    const { Config } = await ask({ Image: 'x', Healthcheck: { StartInterval: 5 } }, '1.43');
    expect(Config.Healthcheck).to.deep.equal({ StartInterval: 0 });
  });

  it('lose options of mounts', async () => {
    const bind = (BindOptions: object) => ({ Mounts: [{ Type: 'bind', BindOptions }] });
    const options = { NonRecursive: true, CreateMountpoint: true };
    const of = async (version: string) => (await host(bind(options), version)).Mounts![0]!.BindOptions;
    expect(await of('1.39')).to.deep.equal({ CreateMountpoint: false });
    expect(await of('1.41')).to.deep.equal({ NonRecursive: true, CreateMountpoint: false });
    expect(await of('1.42')).to.deep.equal(options);
  });

  it('may have options of another type of mount', async () => {
    const mounts = { Mounts: [{ Type: 'tmpfs', VolumeOptions: { NoCopy: true } }] };
    expect((await host(mounts, '1.41')).Mounts).to.deep.equal([{ Type: 'tmpfs' }]);
    expect((await failure({ Image: 'x', HostConfig: mounts })).message).to.equal(
      'VolumeOptions must not be specified on mount type "tmpfs"',
    );
  });

  it('are refused where dropping would do harm', async () => {
    const mount = (given: object) => ({ Image: 'x', HostConfig: { Mounts: [given] } });
    const cases: [object, string, string][] = [
      [
        mount({ Type: 'bind', BindOptions: { ReadOnlyForceRecursive: true } }),
        '1.43',
        'BindOptions.ReadOnlyForceRecursive needs API v1.44 or newer',
      ],
      [
        mount({ Type: 'volume', VolumeOptions: { Subpath: 'a' } }),
        '1.44',
        'VolumeOptions.Subpath needs API v1.45 or newer',
      ],
      [mount({ Type: 'image' }), '1.47', 'Mount type "Image" needs API v1.48 or newer'],
      [
        { Image: 'x', NetworkingConfig: { EndpointsConfig: { a: {}, b: {} } } },
        '1.43',
        'Container cannot be created with multiple network endpoints: a, b',
      ],
    ];
    for (const [body, version, message] of cases) {
      expect(await failure(body, version)).to.include({ kind: 'InvalidParameter', message });
      const newer = `1.${Number(version.slice(2)) + 1}`;
      await ask(body, newer);
    }
  });

  it('lose fields of endpoints', async () => {
    const endpoint = async (version: string) => {
      const EndpointsConfig = { n: { MacAddress: 'aa', GwPriority: 7 } };
      const asked = await ask({ Image: 'x', NetworkingConfig: { EndpointsConfig } }, version);
      return asked.NetworkingConfig.EndpointsConfig!['n'];
    };
    expect(await endpoint('1.43')).to.deep.equal({ MacAddress: '', GwPriority: 0 });
    expect(await endpoint('1.47')).to.deep.equal({ MacAddress: 'aa', GwPriority: 0 });
    expect(await endpoint('1.48')).to.deep.equal({ MacAddress: 'aa', GwPriority: 7 });
  });
});
