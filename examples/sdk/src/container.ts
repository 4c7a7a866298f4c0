import { Docker } from '@arca/sdk';

await using docker = new Docker();

// Pulled when it is not there; removed at the end of the block, whatever happens.
await using web = await docker.containers.create({
  Image: 'busybox',
  Cmd: ['sh', '-c', 'mkdir /www && echo welcome >/www/index.html && echo ready && httpd -f -h /www -p 80'],
  ExposedPorts: { '80/tcp': {} },
  HostConfig: { PortBindings: { '80/tcp': [{ HostIp: '127.0.0.1' }] } },
});
await web.start();
console.log(await web.untilLog(/^ready/)); // → ready

const { host, port } = await web.untilPort(80);
const page = await fetch(`http://${host}:${port}/`);
console.log((await page.text()).trim()); // → welcome

const { stdout } = await web.exec(['sh', '-c', 'echo $GREETING'], { env: { GREETING: 'hi' } });
console.log(stdout.trim()); // → hi
