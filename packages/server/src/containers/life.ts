import { join } from 'node:path';
import type { LogDriver, Store, StreamBridge } from '@arca/plugin-kit';
import { ExecService } from '../execs/execs.js';
import { LogService } from '../logs/log-service.js';
import { bridge } from '../streams/bridge.js';
import type { QueueLimits } from '../streams/output-queue.js';
import { ContainerService } from './containers.js';
import type { Dependencies } from './dependencies.js';
import { Registry } from './registry.js';

export interface LifeOptions extends Omit<Dependencies, 'logs' | 'registry'> {
  store: Store;
  /** The loaded logging drivers; looked at when a container needs one. */
  loaded: { readonly logDrivers: ReadonlyMap<string, LogDriver> };
  /** The daemon's persistent directory. */
  root: string;
  /** Name of the agent's storage driver, for inspect. */
  storageDriver: string;
}

/** The ports behind containers. */
export interface Life {
  containers: ContainerService;
  execs: ExecService;
  logs: LogService;
  streams: StreamBridge;
}

const MiB = 1024 * 1024;

/** Puts containers, exec processes, logs and streams together. Nothing happens before `containers.recover`. */
export function createLife({ store, loaded, root, storageDriver, ...rest }: LifeOptions): Life {
  const limits: QueueLimits = {
    directory: join(root, 'tmp'),
    memory: MiB,
    patience: 1000,
    file: 1024 * MiB,
  };
  const logs = new LogService(loaded, rest.log);
  const use: Dependencies = { ...rest, logs, registry: new Registry(store) };
  const execs = new ExecService(use, limits, store.collection('execs'));
  const containers = new ContainerService(use, execs, { storageDriver, limits });
  return { containers, execs, logs, streams: bridge };
}
