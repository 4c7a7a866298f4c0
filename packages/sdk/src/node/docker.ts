import { DockerBase } from '../docker/docker.js';
import { createClient, type ClientOptions } from './create-client.js';
import { fromEnvironment } from './environment.js';

/**
 * A daemon: without options that of the environment, as the `docker` command has it. All calls throw a `DockerError` for
 * what the daemon refuses. `await using` closes its connections.
 */
export class Docker extends DockerBase {
  constructor(options: ClientOptions = fromEnvironment()) {
    super(createClient(options));
  }
}
