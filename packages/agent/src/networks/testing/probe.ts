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
  socket.on('error', (error: NodeJS.ErrnoException) => {
    if (process.argv[6] === undefined) finish(error.code ?? 'error');
  });
  const send = () => socket.send('?');
  // A further argument is the port to send from; then it asks again and again, as one who does not give up.
  const from = Number(process.argv[6] ?? 0);
  socket.bind(from, () => {
    socket.connect(Number(port), address, () => {
      send();
      if (from !== 0) setInterval(send, 50);
    });
  });
}
