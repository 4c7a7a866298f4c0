/** The lower halves of docs/sdk-from-dockerode.md. */
import { createClient, Docker, networkPrune, type Container } from '@arca/sdk';
import { pipeline } from 'node:stream/promises';

export async function connect(): Promise<void> {
  // #region connect
  await using docker = new Docker(); // DOCKER_HOST, contexts, TLS variables
  await using other = new Docker({ host: 'tcp://build:2376', tls: { ca: '…', cert: '…', key: '…' } });
  await using far = new Docker({ host: 'ssh://me@build' });
  // #endregion
  void [docker, other, far];
}

export async function containers(docker: Docker): Promise<void> {
  // #region run
  const { exitCode, stdout, stderr } = await docker.containers.run('busybox', ['ls', '/']);
  // #endregion
  // #region create
  const container = await docker.containers.create({ Image: 'busybox', Cmd: ['top'], name: 'box' });
  await container.start();
  await container.stop({ timeout: 5 });
  await container.remove({ force: true });
  // #endregion
  // #region get
  const found = await docker.containers.get('box'); // throws NotFoundError
  const { State } = await found.inspect();
  // #endregion
  // #region list
  const running = await docker.containers.list({ filters: JSON.stringify({ label: ['app'] }) });
  // #endregion
  // #region wait
  const code = await container.wait();
  // #endregion
  void [exitCode, stdout, stderr, State, running, code];
}

export async function streams(docker: Docker, container: Container): Promise<void> {
  // #region exec
  const { exitCode, stdout } = await container.exec(['cat'], { input: 'text' });
  // #endregion
  // #region attach
  const { stream, output } = await container.attach();
  stream.write('to its input');
  for await (const { stream: name, data } of output) process[name].write(data);
  // #endregion
  // #region logs
  for await (const { stream: name, data } of container.logs({ follow: true })) process[name].write(data);
  // #endregion
  // #region events
  for await (const event of docker.events()) console.log(event.Type, event.Action);
  // #endregion
  // #region stats
  for await (const { memory_stats } of container.stats()) console.log(memory_stats?.usage);
  // #endregion
  void [exitCode, stdout];
}

export async function images(docker: Docker, tar: AsyncIterable<Uint8Array>): Promise<void> {
  // #region pull
  for await (const { status, progressDetail } of docker.images.pull('busybox:1.36'))
    console.log(status, progressDetail?.current);
  // #endregion
  // #region build
  for await (const { stream } of docker.images.build({ context: tar, t: ['app:1'] }))
    process.stdout.write(stream ?? '');
  // #endregion
  // #region push
  const auth = { username: 'me', password: 'secret' }; // default: what `docker login` has kept
  for await (const { status } of docker.images.push('registry.example/app:1', { auth })) console.log(status);
  // #endregion
  // #region save
  await pipeline(await docker.images.save('app:1'), process.stdout);
  // #endregion
}

export async function rest(docker: Docker): Promise<void> {
  // #region networks
  await using network = await docker.networks.create('front');
  await network.connect('box');
  // #endregion
  // #region failures
  const failure = await docker.containers
    .get('nobody')
    .catch((error: { status?: number; kind?: string }) => error);
  // #endregion
  // #region raw
  const { data } = await networkPrune({ client: createClient(), throwOnError: true });
  // #endregion
  // #region abort
  const abort = new AbortController();
  for await (const { data: piece } of (await docker.containers.get('box')).logs(
    { follow: true },
    abort.signal,
  ))
    if (piece.includes('ready')) abort.abort();
  // #endregion
  void [failure, data];
}
