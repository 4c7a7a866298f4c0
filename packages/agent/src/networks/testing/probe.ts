// Asks an echo server: prints its answer, or why there is none.
import { createSocket } from 'node:dgram';
import { connect, isIPv6 } from 'node:net';

const [protocol, address, port] = process.argv.slice(2) as [string, string, string];

function finish(text: string): void {
  process.stdout.write(text.trim());
  process.exit();
}

setTimeout(() => finish('timeout'), Number(process.argv[5] ?? 3000));
if (protocol === 'tcp') {
  const socket = connect(Number(port), address);
  socket.once('data', (data) => finish(data.toString()));
  socket.once('end', () => finish('closed'));
  socket.once('error', (error: NodeJS.ErrnoException) => finish(error.code ?? 'error'));
} else {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  socket.once('message', (data) => finish(data.toString()));
  socket.once('error', (error: NodeJS.ErrnoException) => finish(error.code ?? 'error'));
  socket.connect(Number(port), address, () => socket.send('?'));
}
