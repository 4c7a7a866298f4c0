import { connect } from 'node:net';

/** ms for which a connection must last: what forwards ports may take one for a container that does not listen. */
const LASTING = 50;

/** Whether a TCP connection is taken and kept. */
export function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const done = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('error', () => done(false));
    socket.once('end', () => done(false));
    socket.once('data', () => done(true));
    socket.once('connect', () => setTimeout(() => done(true), LASTING));
  });
}
