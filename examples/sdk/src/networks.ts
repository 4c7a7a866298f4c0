import { Docker } from '@arca/sdk';

await using docker = new Docker();
await using network = await docker.networks.create('guide-net');
await using volume = await docker.volumes.create({ Name: 'guide-data' });
const HostConfig = { NetworkMode: 'guide-net', Binds: [`${volume.name}:/data`] };

await using server = await docker.containers.create({
  ...{ Image: 'busybox', name: 'guide-server', HostConfig },
  Cmd: ['sh', '-c', 'echo shared >/data/file; exec sleep 600'],
});
await server.start();
const script =
  'until [ -s /data/file ]; do sleep 0.1; done; cat /data/file; ping -c 1 guide-server >/dev/null && echo found';
const { stdout } = await docker.containers.run('busybox', ['sh', '-c', script], { HostConfig });
console.log(stdout.trim().split('\n').join(', ')); // → shared, found
console.log((await network.inspect()).Driver); // → bridge
