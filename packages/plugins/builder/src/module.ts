import { bindOperation, bindService, goArchitecture, port, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { ImageBuild } from './build.js';
import { buildByBuildKit } from './buildkit/build.js';
import { grpc } from './buildkit/grpc.js';
import { session } from './buildkit/session.js';
import { Uploads } from './buildkit/uploads.js';
import { Cache } from './cache.js';
import { openContext } from './context.js';
import { Leftovers } from './leftovers.js';
import { prune } from './prune.js';
import { CacheRecords } from './records.js';
import { readRequest } from './request.js';
import type { Tools } from './step.js';

const cacheToken = port<Cache>('builder.cache');
const uploadsToken = port<Uploads>('builder.uploads');
const recordsToken = port<CacheRecords>('builder.records');
const leftoversToken = port<Leftovers>('builder.leftovers');
const toolsToken = port<Tools>('builder.tools');

export const plugin = new ContainerModule((options) => {
  const { agent, catalog, clock, containers, events, log, store } = ports;
  options
    .bind(cacheToken)
    .toResolvedValue((...[host, time, state]) => new Cache(host, time, state), [agent, clock, store])
    .inSingletonScope();
  options
    .bind(leftoversToken)
    .toResolvedValue((...[all, write, state]) => new Leftovers(all, write, state), [containers, log, store])
    .inSingletonScope();
  options
    .bind(toolsToken)
    .toResolvedValue(
      (host, operations, all, bus, cache, leftovers, write): Tools => ({
        ...{ agent: host, catalog: operations, containers: all, events: bus, cache, leftovers, log: write },
      }),
      [agent, catalog, containers, events, cacheToken, leftoversToken, log],
    )
    .inSingletonScope();
  options
    .bind(uploadsToken)
    .toResolvedValue(() => new Uploads())
    .inSingletonScope();
  bindService(options, [uploadsToken], (uploads) => ({ stop: async () => uploads.close() }));
  bindService(options, [leftoversToken], (leftovers) => leftovers);
  bindOperation(options, 'BuildKitGrpc', [agent, events], (host, bus) => grpc({ agent: host, events: bus }));
  bindOperation(options, 'Session', [agent], session);
  options
    .bind(recordsToken)
    .toResolvedValue(
      (...[host, all, cache]) => new CacheRecords(host, all, cache),
      [agent, containers, cacheToken],
    )
    .inSingletonScope();
  options.bind(ports.buildCaches).toService(recordsToken);
  bindOperation(options, 'BuildPrune', [agent, events, cacheToken, recordsToken], prune);
  bindOperation(
    options,
    'ImageBuild',
    [toolsToken, uploadsToken],
    (tools, uploads) =>
      async ({ params, body }, call) => {
        if (params.version === '2') return buildByBuildKit(tools, uploads, { params, body }, call);
        const request = readRequest(params);
        const { id, dockerfile } = await openContext(tools.agent, request, body, call.signal);
        const remove = () => tools.agent.builds.remove({ id });
        try {
          const architecture = goArchitecture((await tools.agent.system.info({})).architecture);
          const build = new ImageBuild(tools, request, id, call, { dockerfile, architecture });
          return finallyRemoving(build.output(), remove);
        } catch (error) {
          await remove();
          throw error;
        }
      },
  );
});

async function* finallyRemoving<T>(
  items: AsyncGenerator<T>,
  remove: () => Promise<unknown>,
): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    await remove();
  }
}
