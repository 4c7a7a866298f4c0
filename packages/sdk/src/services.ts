import type { ByteSource } from './generated/types.gen.js';
import type { RegistryCredentials } from './docker/registry.js';

/** What a context of a build is made of. */
export interface ContextOptions {
  /** The Dockerfile, relative to the folder; one outside of it is sent along. Default: `Dockerfile`. */
  dockerfile?: string | undefined;
}

/** A context as it is sent, and the path of the Dockerfile in it. */
export interface Context {
  tar: ByteSource;
  dockerfile: string;
}

/** What `Docker` needs beside the daemon; a platform that lacks something refuses it. */
export interface Services {
  /** What `docker login` has kept for a registry. */
  credentialsFor(registry: string): Promise<RegistryCredentials | undefined>;
  /** All that it has kept. */
  allCredentials(): Promise<Record<string, RegistryCredentials>>;
  /** A folder as a context, less what its `.dockerignore` leaves out. */
  contextOf(folder: string, options: ContextOptions): Promise<Context>;
  /** Whether a TCP connection is taken and kept. */
  isOpen(host: string, port: number): Promise<boolean>;
}
