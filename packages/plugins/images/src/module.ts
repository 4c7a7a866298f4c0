import { bindOperation, port, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { commit } from './commit.js';
import { ImageEvents } from './image-events.js';
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
  const { agent, containers, events, log } = ports;
  bindOperation(options, 'ImageCommit', [agent, containers, events, log], (...[images, all, bus, write]) =>
    commit({ agent: images, containers: all, events: bus, images: new ImageEvents(images, bus), log: write }),
  );
});
