// Answers TCP connections and UDP packets on a port with the address they come from. Prints `ready` when it listens,
// and the address of each packet.
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

// Ends with the test, whatever becomes of it.
process.stdin.on('end', () => process.exit()).resume();

const port = Number(process.argv[2]);
const plain = (address = '') => address.replace('::ffff:', '');

const udp = createSocket('udp6');
udp.on('message', (_, from) => {
  process.stdout.write(`${plain(from.address)}\n`);
  udp.send(plain(from.address), from.port, from.address);
});
const tcp = createServer((socket) => {
  socket.write(`${plain(socket.remoteAddress)}\n`);
  // Whatever comes goes back, so that a connection can be shown to live.
  socket.pipe(socket);
  socket.on('error', () => undefined);
});
tcp.listen(port, '::', () => udp.bind(port, '::', () => process.stdout.write('ready\n')));
