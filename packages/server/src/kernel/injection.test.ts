import { expect } from 'chai';
import { describe, it } from 'mocha';
import {
  bindFeature,
  bindLogDriver,
  bindOperation,
  defineFeature,
  notFound,
  ports,
  type AnyFeature,
  type ArcaError,
  type Call,
  type Clock,
  type CreateField,
  type LogDriver,
  type OperationFunction,
  type OperationId,
} from '@arca/plugin-kit';
import { AgentError } from '@arca/agent-proto';
import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { BootError } from './boot-error.js';
import type { PluginSource } from './injection.js';
import { Kernel } from './kernel.js';

const plugin = (name: string, load: (options: ContainerModuleLoadOptions) => void): PluginSource => ({
  name,
  module: new ContainerModule(load),
});

const feature = (id: string, owns: readonly CreateField[], more: object = {}): AnyFeature =>
  defineFeature({ id, summary: id, owns, ...more }, {});

const withFeatures = (name: string, ...features: AnyFeature[]): PluginSource =>
  plugin(name, (options) => features.forEach((value) => bindFeature(options, [], () => value)));

const clock: Clock = { now: () => 'now', nanoseconds: () => 7n };
const driver = (name: string) => ({ name }) as LogDriver;
const noCall = {} as Call;

/** Boots the plugins; only `fields` need an owner. */
async function boot(plugins: PluginSource[], fields: CreateField[] = []): Promise<Kernel> {
  const kernel = new Kernel().provide(ports.clock, clock);
  await kernel.boot(plugins, fields);
  return kernel;
}

/** The message with which booting fails. */
async function refusal(plugins: PluginSource[], fields: CreateField[] = []): Promise<string> {
  try {
    await boot(plugins, fields);
  } catch (error) {
    expect(error).to.be.instanceOf(BootError);
    return (error as BootError).message;
  }
  throw new Error('it booted');
}

describe('loading plugins', () => {
  it('gives plugins their ports and knows what they bound', async () => {
    const asking = plugin('@acme/clock', (options) => {
      bindFeature(options, [ports.clock], (port) => feature(`at-${port.nanoseconds()}`, ['User']));
      bindLogDriver(options, [], () => driver('acme'));
      bindOperation(options, 'SystemPing', [ports.clock], (port) => async () => port.now() as never);
    });
    const kernel = await boot([asking], ['User']);
    expect(kernel.features.all.map(({ id, plugin: name }) => [id, name])).to.deep.equal([
      ['at-7', '@acme/clock'],
    ]);
    expect(kernel.features.ownerOf('User')?.id).to.equal('at-7');
    expect(kernel.logDrivers.get('acme')?.name).to.equal('acme');
    expect(await kernel.find('SystemPing')?.({ params: {}, body: undefined } as never, noCall)).to.equal(
      'now',
    );
    expect(kernel.find('ContainerKill')).to.equal(undefined);
  });

  it('waits for modules and features that are made asynchronously', async () => {
    const slow: PluginSource = {
      name: 'slow',
      module: new ContainerModule(async (options) => {
        await Promise.resolve();
        bindFeature(options, [], (async () => feature('slow', ['User'])) as never);
      }),
    };
    expect((await boot([slow])).features.all.map(({ id }) => id)).to.deep.equal(['slow']);
  });

  it('cannot be used before it is booted', () => {
    expect(() => new Kernel().features).to.throw('not been booted');
  });

  it('names a plugin that does not load, asks for what is not there, or throws while it makes something', async () => {
    const message = await refusal([
      plugin('thrower', () => {
        throw new Error('no licence');
      }),
      plugin('asker', (options) => bindFeature(options, [ports.agent], () => feature('asker', ['User']))),
      plugin('maker', (options) =>
        bindFeature(options, [], () => {
          throw new Error('cannot make it');
        }),
      ),
      plugin('empty', (options) => bindFeature(options, [], () => ({}) as AnyFeature)),
    ]);
    expect(message).to.match(/thrower: does not load: no licence/);
    expect(message).to.match(/asker: a feature cannot be made: .*arca\.port\.agent/s);
    expect(message).to.match(/maker: a feature cannot be made: .*cannot make it/s);
    expect(
      await refusal([plugin('empty', (options) => bindFeature(options, [], () => ({}) as AnyFeature))]),
    ).to.include('empty: binds a feature without a manifest');
  });

  it('names both owners of a field, and fields without one', async () => {
    const plugins = [
      withFeatures('@acme/one', feature('one', ['User', 'HostConfig.Memory'])),
      withFeatures('@acme/two', feature('two', ['HostConfig.Memory'])),
    ];
    const message = await refusal(plugins, ['User', 'HostConfig.Memory', 'Tty', 'HostConfig.Init']);
    expect(message).to.include(
      '@acme/two (feature two): the field HostConfig.Memory is taken by feature one of @acme/one',
    );
    expect(message).to.include('no feature owns Tty, HostConfig.Init');
  });

  it('wants an owner for every field of the API unless told otherwise', async () => {
    const kernel = new Kernel();
    const error = await kernel
      .boot([withFeatures('one', feature('one', ['User']))])
      .catch((thrown: Error) => thrown);
    expect(error).to.be.instanceOf(BootError);
    expect((error as BootError).message).to.match(
      /no feature owns Hostname, .*NetworkingConfig.EndpointsConfig/,
    );
  });

  it('refuses a feature id, an operation and a logging driver that are there already', async () => {
    const twice = (name: string) =>
      plugin(name, (options) => {
        bindFeature(options, [], () => feature('same', []));
        bindOperation(options, 'SystemPing', [], () => async () => undefined as never);
        bindLogDriver(options, [], () => driver('file'));
      });
    const message = await refusal([twice('first'), twice('second')]);
    expect(message).to.include(
      'second (feature same): the feature id same is taken by feature same of first',
    );
    expect(message).to.include('second: the operation SystemPing is served by first');
    expect(message).to.include('second: the logging driver file is brought by first');
  });

  it('refuses operations that the API does not have', async () => {
    const unknown = plugin('odd', (options) =>
      bindOperation(options, 'ContainerTeleport' as OperationId, [], () => async () => undefined as never),
    );
    expect(await refusal([unknown])).to.include(
      'odd: serves ContainerTeleport, which is no operation of the API',
    );
  });
});

describe('operations that fail', () => {
  const failing = async (error: unknown): Promise<ArcaError> => {
    const source = plugin('@acme/ping', (options) =>
      bindOperation(
        options,
        'SystemPing',
        [],
        () => (async () => Promise.reject(error)) as OperationFunction<'SystemPing'>,
      ),
    );
    const handler = (await boot([source])).find('SystemPing')!;
    return Promise.resolve(handler({} as never, noCall)).then(
      () => {
        throw new Error('it did not fail');
      },
      (thrown: ArcaError) => thrown,
    );
  };

  it('keep the kind and the message of an ArcaError and get an origin', async () => {
    const failure = await failing(notFound('No such thing: x', 'thing.not-found'));
    expect(failure).to.include({ kind: 'NotFound', message: 'No such thing: x', code: 'thing.not-found' });
    expect(failure.origin).to.deep.equal({ plugin: '@acme/ping', hook: 'SystemPing' });
  });

  it('take the kind of an agent error', async () => {
    const failure = await failing(new AgentError('ALREADY_EXISTS', 'it is there'));
    expect(failure).to.include({ kind: 'Conflict', message: 'it is there', code: 'agent.already_exists' });
  });

  it('are the server’s fault otherwise, and name the plugin', async () => {
    const failure = await failing(new TypeError('x is undefined'));
    expect(failure.kind).to.equal('System');
    expect(failure.message).to.equal('@acme/ping failed in SystemPing: x is undefined');
    expect(failure.cause).to.be.instanceOf(TypeError);
  });
});
