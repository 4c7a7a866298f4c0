declare module 'graygelf/server.js' {
  import type { EventEmitter } from 'node:events';

  /** A server of GELF over UDP, which tells of each `message`. */
  interface GrayGelfServer extends EventEmitter {
    listen(port: number, address: string): this;
    close(): void;
  }
  export default function createServer(): GrayGelfServer;
}
