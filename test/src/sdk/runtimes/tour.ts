/**
 * A program that uses all that the SDK does differently from runtime to runtime: sockets, streams both ways, connections
 * that are taken over, files, processes. Prints the name of each step that did what it should, and ends by itself.
 */
import {
  bytesOf,
  collect,
  ConnectionError,
  containerAttachWebsocket,
  Docker,
  DockerError,
  fromEnvironment,
  last,
  NotFoundError,
  textOf,
} from '@arca/sdk';
import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const given = (name: string): string => process.env[name] ?? assert.fail(`${name} is missing`);
const image = given('TOUR_IMAGE');
/** Others take the tour at the same time. */
const self = given('TOUR_NAME');
await using docker = new Docker();

const failure = (call: Promise<unknown>): Promise<Error> =>
  call.then(
    () => assert.fail('it should have failed'),
    (error: Error) => error,
  );

async function step(name: string, run: () => Promise<void>): Promise<void> {
  await run();
  console.log(name);
}

await step('answers and failures', async () => {
  await docker.ping();
  assert.equal(typeof (await docker.version()).ApiVersion, 'string');
  assert(Array.isArray(await docker.containers.list({ filters: { label: ['none=such'] } })));
  const missing = await failure(docker.containers.get('nobody'));
  assert(missing instanceof NotFoundError && missing instanceof DockerError);
  const nowhere = new Docker({ host: 'unix:///nowhere/docker.sock' });
  assert((await failure(nowhere.ping())) instanceof ConnectionError);
  await nowhere.close();
});

await step('run, with much input and output', async () => {
  const input = 'x'.repeat(5_000_000);
  const { exitCode, stdout, stderr } = await docker.containers.run(
    image,
    ['sh', '-c', 'cat; echo wrong >&2; exit 3'],
    { input },
  );
  assert.deepEqual([exitCode, stdout === input, stderr], [3, true, 'wrong\n']);
});

await step('attach', async () => {
  await using container = await docker.containers.create({
    ...{
      Image: image,
      Cmd: ['sh', '-c', 'read line; echo "got $line"; cat'],
      OpenStdin: true,
      StdinOnce: true,
    },
  });
  const { stream, output } = await container.attach();
  const ended = await container.watch();
  await container.start();
  stream.write('one\n');
  stream.end('two');
  assert.deepEqual(await collect(output), { stdout: 'got one\ntwo', stderr: '' });
  assert.equal(await ended.exitCode, 0);
});

await using box = await docker.containers.create({ Image: image, Cmd: ['sh'], Tty: true, OpenStdin: true });
await box.start();

await step('exec', async () => {
  const done = await box.exec(['sh', '-c', 'cat; exit 7'], { input: 'in' });
  assert.deepEqual(done, { exitCode: 7, stdout: 'in', stderr: '' });
  const shell = await box.execStream(['sh'], { tty: { columns: 80, rows: 24 } });
  await shell.resize(100, 30);
  shell.stream.write('stty size; exit 4\n');
  assert.match((await collect(shell.output)).stdout, /30 100/);
  assert.equal((await shell.inspect()).ExitCode, 4);
  const sort = await box.execStream(['sort']);
  sort.stream.write('b\n');
  sort.stream.end('a\n');
  assert.equal((await collect(sort.output)).stdout, 'a\nb\n');
});

await step('signals', async () => {
  const abort = new AbortController();
  const { output } = await box.execStream(['sleep', '600'], { signal: abort.signal });
  const broken = failure(collect(output));
  abort.abort(new Error('enough'));
  assert.equal((await broken).message, 'enough');
  const calls = [
    last(box.logs({ follow: true }, AbortSignal.timeout(50))),
    last(docker.events({}, AbortSignal.timeout(50))),
    box.wait('next-exit', AbortSignal.timeout(50)),
    box.attach({ signal: AbortSignal.timeout(50) }).then((attached) => collect(attached.output)),
  ].map(failure);
  for (const call of calls) assert.equal((await call).name, 'TimeoutError');
});

await step('WebSocket', async () => {
  const call = {
    client: docker.client,
    path: { id: box.id },
    query: { stream: true, stdin: true, stdout: true },
  };
  const { stream } = (await containerAttachWebsocket({ ...call, throwOnError: true })).data;
  stream.write('echo $((6 * 7))\n');
  let screen = '';
  for await (const text of stream) {
    screen += String(text);
    if (/^42/m.test(screen)) break;
  }
  assert(stream.destroyed);
});

await step('logs and events', async () => {
  for await (const { data } of box.logs({ follow: true })) if (String(data).includes('42')) break;
  await box.rename(self);
  // One that has been told already, so that it does not matter when the engine begins to listen.
  const since = String(Math.floor(Date.now() / 1000) - 10);
  const filters = { container: [box.id], event: ['rename'] };
  for await (const { Action } of docker.events({ filters, since })) {
    assert.equal(Action, 'rename');
    break;
  }
});

await step('archives', async () => {
  const passwd = await bytesOf(await box.files.read('/etc/passwd'));
  async function* pieces() {
    for (let at = 0; at < passwd.length; at += 100) yield passwd.subarray(at, at + 100);
    await Promise.resolve();
  }
  await box.files.write('/tmp', pieces());
  assert.equal((await box.exec(['cmp', '/etc/passwd', '/tmp/passwd'])).exitCode, 0);
  const saved = await docker.images.save(image);
  await last(docker.images.load(saved));
  const exported = await box.export();
  assert((await bytesOf(exported)).length > 1_000_000);
});

await step('build', async () => {
  const context = await mkdtemp(join(tmpdir(), 'tour-'));
  try {
    const script = 'test $(wc -c </in/link) = 3000000 && exit 5';
    await writeFile(join(context, 'Dockerfile'), `FROM ${image}\nCOPY . /in\nRUN ${script}\n`);
    await writeFile(join(context, 'big'), new Uint8Array(3_000_000));
    await symlink('big', join(context, 'link'));
    let told = '';
    const building = async () => {
      for await (const { stream } of docker.images.build({ context, forcerm: true })) told += stream ?? '';
    };
    assert.match((await failure(building())).message, /non-zero code: 5/);
    assert.match(told, /Step 3\/3/);
  } finally {
    await rm(context, { recursive: true });
  }
});

await step('push and pull', async () => {
  const name = `${given('TOUR_REGISTRY')}/${self}/app:1`;
  const auth = { username: 'me', password: 'secret' };
  await docker.images.tag(image, name);
  await last(docker.images.push(name, { auth }));
  await docker.images.remove(name);
  const progress: unknown[] = [];
  for await (const line of docker.images.pull(name, { auth })) progress.push(line);
  assert(progress.length > 1);
  await docker.images.remove(name);
});

await step('TLS with certificates', async () => {
  const env = {
    DOCKER_HOST: given('TOUR_TLS_HOST'),
    DOCKER_TLS_VERIFY: '1',
    DOCKER_CERT_PATH: given('TOUR_CERTIFICATES'),
  };
  await using far = new Docker(fromEnvironment(env));
  const there = await far.containers.get(box.id);
  assert.equal((await there.exec(['cat'], { input: 'in secret' })).stdout, 'in secret');
  await using stranger = new Docker({ host: given('TOUR_TLS_HOST'), tls: {}, retries: 0 });
  assert((await failure(stranger.ping())) instanceof ConnectionError);
});

await step('ssh', async () => {
  await using far = new Docker({ host: `ssh://me@far${given('DOCKER_HOST').replace('unix://', '')}` });
  const there = await far.containers.get(box.id);
  assert.equal((await there.exec(['cat'], { input: 'from afar' })).stdout, 'from afar');
});

await step('raw', async () => {
  const { data, response } = await docker.client.http.GET('/info', { parseAs: 'stream' });
  assert.equal(response.status, 200);
  assert.match(await textOf(data as unknown as AsyncIterable<Uint8Array>), /OSType/);
});
