import type { Mount } from '../generated/containerd/types/mount_pb.js';

/** What the tasks need of the other parts of the agent. */
export interface Layers {
  /** Makes the writable layer of a container on an image, and says how to mount it. Idempotent. NOT_FOUND without the image. */
  prepare(containerId: string, imageId: string): Promise<RootMount[]>;
  /** How to mount the root file system. NOT_FOUND without a layer. */
  mounts(containerId: string): Promise<RootMount[]>;
  /** No error when there is no layer. */
  remove(containerId: string): Promise<void>;
  /** Bytes and inodes of the writable layer. */
  usage(containerId: string): Promise<{ bytes: number; inodes: number }>;
  /** Ids of the containers that have a layer. */
  list(): Promise<string[]>;
  /** A file of a container that does not run; undefined when there is none. */
  readFile(containerId: string, path: string): Promise<Uint8Array | undefined>;
}

export type RootMount = Pick<Mount, 'type' | 'source' | 'target' | 'options'>;

export interface RuntimeChoice {
  /** As configured: the key of `runtimes`. */
  name: string;
  path: string;
  type: 'crun' | 'runc' | 'other';
  version: string;
}

/** Empty or missing: the default runtime. Rejects with INVALID_ARGUMENT for an unknown name. */
export type ResolveRuntime = (name?: string) => Promise<RuntimeChoice>;

export type Log = (
  level: 'debug' | 'info' | 'warn' | 'error',
  message: string,
  fields?: Record<string, unknown>,
) => void;
