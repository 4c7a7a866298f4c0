import { bindOperation, port, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { commit } from './commit.js';
import { ImageEvents } from './image-events.js';
import { distribution, login, search } from './inquiries.js';
import { prune } from './prune.js';
import { push } from './push.js';
import { save, saveAll } from './save.js';
import { StoreOperations } from './store.js';
import { TransferOperations } from './transfer.js';

const storeToken = port<StoreOperations>('images.store');
const transferToken = port<TransferOperations>('images.transfer');

export const plugin = new ContainerModule((options) => {
  options
    .bind(storeToken)
    .toResolvedValue(
      (agent, containers, events) => new StoreOperations(agent, containers, new ImageEvents(agent, events)),
      [ports.agent, ports.containers, ports.events],
    )
    .inSingletonScope();
  options
    .bind(transferToken)
    .toResolvedValue(
      (agent, events) => new TransferOperations(agent, new ImageEvents(agent, events)),
      [ports.agent, ports.events],
    )
    .inSingletonScope();
  bindOperation(options, 'ImageList', [storeToken], ({ list }) => list);
  bindOperation(options, 'ImageInspect', [storeToken], ({ inspect }) => inspect);
  bindOperation(options, 'ImageHistory', [storeToken], ({ history }) => history);
  bindOperation(options, 'ImageTag', [storeToken], ({ tag }) => tag);
  bindOperation(options, 'ImageDelete', [storeToken], ({ remove }) => remove);
  bindOperation(options, 'ImageLoad', [transferToken], ({ load }) => load);
  bindOperation(options, 'ImageCreate', [transferToken], ({ create }) => create);
  const { agent, clock, containers, events, log } = ports;
  bindOperation(options, 'ImagePush', [agent, events], (images, bus) =>
    push(images, new ImageEvents(images, bus)),
  );
  bindOperation(options, 'ImageGet', [agent, events], (images, bus) =>
    save(images, new ImageEvents(images, bus)),
  );
  bindOperation(options, 'ImageGetAll', [agent, events], (images, bus) =>
    saveAll(images, new ImageEvents(images, bus)),
  );
  bindOperation(options, 'ImagePrune', [agent, containers, events, clock], (images, all, bus, now) =>
    prune({ agent: images, containers: all, events: bus, clock: now, images: new ImageEvents(images, bus) }),
  );
  bindOperation(options, 'ImageSearch', [agent], search);
  bindOperation(options, 'DistributionInspect', [agent], distribution);
  bindOperation(options, 'SystemAuth', [agent], login);
  bindOperation(options, 'ImageCommit', [agent, containers, events, log], (...[images, all, bus, write]) =>
    commit({ agent: images, containers: all, events: bus, images: new ImageEvents(images, bus), log: write }),
  );
});
