import { clientOver, type DockerClient } from '../docker-client.js';
import { parseAddress, type TlsOptions } from './address.js';
import { nodeServices } from './services.js';
import { NodeTransport } from './transport.js';

/** Which daemon, and how to speak with it. */
export interface ClientOptions {
  /** Where the daemon is: `unix:///path`, `tcp://host:port`, `ssh://user@host`. Default: `DOCKER_HOST`, else Docker's own socket. */
  host?: string;
  /** Certificates of a daemon that listens with TLS. */
  tls?: TlsOptions;
  /** The version of the API to speak. Default: the newest that both sides know, asked once. */
  version?: string;
  /**
   * How often a request is sent again at most, after 50 ms and twice as much each time, when it reached nobody, or only
   * reads and was not answered. Default: 2; 0 for never.
   */
  retries?: number;
  /** ms in which an answer must begin; what has begun may last. Default: for ever, as a stop or a wait may. */
  timeout?: number;
}

const DEFAULT_HOST =
  process.platform === 'win32' ? 'npipe:////./pipe/docker_engine' : 'unix:///var/run/docker.sock';

/** Makes a client. Nothing is connected before the first call. Throws a TypeError for a bad address. */
export function createClient(options: ClientOptions = {}): DockerClient {
  const address = parseAddress(options.host || process.env['DOCKER_HOST'] || DEFAULT_HOST, options.tls);
  const transport = new NodeTransport(address, {
    retries: options.retries ?? 2,
    timeout: options.timeout ?? 0,
  });
  return clientOver(transport, nodeServices, options.version);
}
