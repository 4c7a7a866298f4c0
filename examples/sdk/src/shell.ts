import { Docker } from '@arca/sdk';

await using docker = new Docker();
await using box = await docker.containers.create({ Image: 'busybox', Cmd: ['sleep', '600'] });
await box.start();

const shell = await box.execStream(['sh'], { tty: { columns: 80, rows: 24 } });
await shell.resize(100, 30);
shell.stream.write('stty size; exit 7\n');
let screen = '';
for await (const { data } of shell.output) screen += data.toString();
console.log(screen.includes('30 100')); // → true
console.log((await shell.inspect()).ExitCode); // → 7

// Without a terminal the outputs are told apart, and ending the input leaves the output open.
const sort = await box.execStream(['sort']);
sort.stream.end('b\na\n');
for await (const { stream, data } of sort.output)
  console.log(stream, data.toString().trim().split('\n').join(' ')); // → stdout a b
