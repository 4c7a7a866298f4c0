import type { DockerError } from '@arca/sdk';
import {
  bytesOf,
  ConflictError,
  ConnectionError,
  Docker,
  last,
  NotFoundError,
  SystemError,
  tarOf,
  UnauthorizedError,
  type Container,
  type Filters,
} from '@arca/sdk';
import { expect } from 'chai';
import { it } from 'mocha';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { BUSYBOX } from '../harness/busybox.js';
import { Registry } from '../harness/registry.js';
import { runDirectory } from '../harness/run.js';
import { onEachEngine } from '../harness/suite.js';
import { readTar } from '../harness/tar.js';
import { caught, connectEach } from './client.js';

onEachEngine('Docker, operation by operation', (suite) => {
  let docker: Docker;
  connectEach(suite, (connected) => (docker = connected));
  const running = async (script: string, port?: number): Promise<Container> => {
    const container = await docker.containers.create({
      ...{ Image: BUSYBOX, Cmd: ['sh', '-c', script], Labels: { sdk: 'operations' } },
      ...(port && {
        ExposedPorts: { [`${port}/tcp`]: {} },
        HostConfig: { PortBindings: { [`${port}/tcp`]: [{ HostIp: '127.0.0.1' }] } },
      }),
    });
    return container.start();
  };

  it('looks into a container, changes it and makes an image of it', async () => {
    await using container = await running('echo kept > /made; exec sleep 600');
    await container.untilCommand(['test', '-s', '/made']);
    const { Titles, Processes } = await container.top('-o pid,args');
    expect(Titles).to.include('PID');
    expect(Processes?.flat().join(' ')).to.match(/sleep 600/);
    expect(await container.changes()).to.deep.include({ Path: '/made', Kind: 1 });
    await container.update({ Memory: 64 * 1024 ** 2, MemorySwap: -1 });
    expect((await container.inspect()).HostConfig?.Memory).to.equal(64 * 1024 ** 2);

    const tar = tarOf([
      { name: 'in', type: 'directory', mode: 0o700 },
      { name: 'in/caf\u00e9', content: 'text', mode: 0o640, uid: 1000 },
      { name: 'in/link', target: 'caf\u00e9' },
    ]);
    await container.files.write('/tmp', tar);
    const stat = await container.files.stat('/tmp/in/caf\u00e9');
    expect(stat).to.include({ name: 'caf\u00e9', size: 4, mode: 0o640, linkTarget: '' });
    expect((await container.files.stat('/tmp/in/link')).linkTarget).to.equal('/tmp/in/caf\u00e9');
    const read = await readTar(Buffer.from(await bytesOf(await container.files.read('/tmp/in'))));
    expect([...read.keys()]).to.have.members(['in', 'in/caf\u00e9', 'in/link']);
    expect(read.get('in/caf\u00e9')).to.have.nested.property('header.uid', 1000);
    expect(await caught(container.files.stat('/nothing'))).to.be.instanceOf(NotFoundError);
    expect(await caught(container.files.write('/nothing', tarOf([])))).to.be.instanceOf(NotFoundError);

    const changes = ['ENV MADE=1', 'CMD ["cat", "/made"]'];
    const id = await container.commit('sdk/made', { comment: 'by hand', author: 'me', changes });
    try {
      const image = await docker.images.inspect('sdk/made');
      expect(image).to.include({ Id: id, Author: 'me' });
      expect(image.Config?.Env).to.include('MADE=1');
      expect((await docker.images.history(id))[0]).to.include({ Comment: 'by hand', Id: id });
      const listed = await docker.images.list({ filters: { reference: ['sdk/*'] } });
      expect(listed.map(({ Id }) => Id)).to.deep.equal([id]);
      expect(await docker.containers.run('sdk/made')).to.include({ stdout: 'kept\n', exitCode: 0 });
      const exported = await container.export();
      await last(
        docker.images.import(exported, { repo: 'sdk/flat', tag: '2', changes: ['CMD ["cat", "/made"]'] }),
      );
      expect((await docker.containers.run('sdk/flat:2')).stdout).to.equal('kept\n');
    } finally {
      for (const name of ['sdk/made', 'sdk/flat:2']) await docker.images.remove(name).catch(() => undefined);
    }
  });

  it('starts commands that nobody watches, and waits for commands, HTTP and answers that are accepted', async () => {
    const page =
      'mkdir /www; httpd -p 80 -h /www; sleep 0.4; echo early >/www/page; sleep 0.4; echo late >/www/page; sleep 600';
    await using container = await running(page, 80);
    const exec = await container.execDetached(['sh', '-c', 'sleep 0.2; echo done >/told; sleep 0.1; exit 6']);
    const done = await container.untilCommand(['cat', '/told'], { interval: 50 });
    expect(done).to.deep.equal({ exitCode: 0, stdout: 'done\n', stderr: '' });
    expect(await exec.wait()).to.equal(6);
    expect(await caught(container.execDetached(['/nothing'])))
      .to.have.property('status')
      .that.is.oneOf([400, 500]);

    const first = await container.untilHttp(80, '/page', { interval: 50 });
    expect(await first.text()).to.match(/^(early|late)\n$/);
    const late = await container.untilHttp(80, '/page', {
      interval: 50,
      accept: async (answer) => (await answer.clone().text()) === 'late\n',
    });
    expect(await late.text()).to.equal('late\n');
    const missing = await container.untilHttp(80, '/nothing', { accept: ({ status }) => status === 404 });
    expect(missing.status).to.equal(404);
    await missing.body?.cancel();
    const never = container.untilHttp(80, '/nothing', { signal: AbortSignal.timeout(300) });
    expect(await caught(never)).to.have.property('name', 'TimeoutError');
    expect(((await caught(container.untilHttp(81))) as Error).message).to.match(
      /does not publish its port 81/,
    );
    await container.kill();
    await container.wait();
    expect(((await caught(container.untilHttp(80))) as Error).message).to.match(
      /has ended before its port 80/,
    );
    expect(await caught(container.untilCommand(['true']))).to.be.instanceOf(ConflictError);
  });

  it('bounds the time until an answer, and not that of a stream', async () => {
    await using container = await running('trap "" TERM; sleep 1.5; echo tick; sleep 600');
    await using hurried = new Docker({ host: suite.engine.host, timeout: 500 });
    const same = await hurried.containers.get(container.id);
    const late = caught(same.stop({ timeout: 20 }));
    // It is silent for longer than that.
    expect(await same.untilLog('tick')).to.equal('tick');
    expect(await late).to.be.instanceOf(ConnectionError);
    expect(await late).to.include({ operation: 'ContainerStop' });
    await container.kill();
  });

  it('logs in, asks registries without pulling, and searches', async () => {
    const registry = await Registry.start({ basic: 'me:secret' });
    const index = createServer(({ url = '' }, response) => {
      const results = [{ name: 'sdk/found', description: url, star_count: 3, is_official: false }];
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ results }));
    });
    await new Promise<void>((resolve) => index.listen(0, '127.0.0.1', resolve));
    try {
      const auth = { username: 'me', password: 'secret', serveraddress: registry.host };
      await docker.login(auth);
      const refusal = suite.versioned<typeof DockerError>(
        ...(['1.42', 'a refusal became 401', UnauthorizedError, SystemError] as const),
      );
      expect(await caught(docker.login({ ...auth, password: 'wrong' }))).to.be.instanceOf(refusal);
      const name = `${registry.host}/sdk/app:1`;
      await docker.images.tag(BUSYBOX, name);
      await last(docker.images.push(name, { auth }));
      const [digest] = (await docker.images.inspect(name)).RepoDigests ?? [];
      await docker.images.remove(name);
      const told = await docker.images.distribution(name, { auth });
      expect(`${registry.host}/sdk/app@${told.Descriptor.digest}`).to.equal(digest);
      expect(told.Platforms).to.have.length(1);
      const anonymous = await caught(docker.images.distribution(name));
      expect(anonymous).to.include({ operation: 'DistributionInspect' });
      const term = `127.0.0.1:${(index.address() as AddressInfo).port}/found`;
      const [found] = await docker.images.search(term, { limit: 5, filters: { stars: ['2'] } });
      expect(found).to.include({ name: 'sdk/found', star_count: 3 });
      expect(await docker.images.search(term, { filters: { stars: ['4'] } })).to.deep.equal([]);
    } finally {
      index.close();
      await registry.stop();
    }
  });

  it('builds of a folder without what is ignored, also by a Dockerfile elsewhere', async () => {
    const folder = join(runDirectory(), `context-${suite.kind}`);
    mkdirSync(join(folder, 'app/secret'), { recursive: true });
    const write = (name: string, text: string, mode = 0o644) =>
      writeFileSync(join(folder, name), text, { mode });
    write('app/Dockerfile', `FROM ${BUSYBOX}\nCOPY . /in\n`);
    write('app/.dockerignore', 'secret\n*.log\n!kept.log\n');
    for (const name of ['run', 'secret/key', 'a.log', 'kept.log']) write(`app/${name}`, name, 0o755);
    symlinkSync('run', join(folder, 'app/link'));
    write('elsewhere', `FROM ${BUSYBOX}\nCOPY run /\n`);
    const listing = async (name: string, ...command: string[]) =>
      (await docker.containers.run(name, command)).stdout;
    try {
      await last(docker.images.build({ context: join(folder, 'app'), t: ['sdk/folder'] }));
      expect(
        (await listing('sdk/folder', 'find', '/in', '!', '-name', '.*')).trim().split('\n').sort(),
      ).to.deep.equal(['/in', '/in/Dockerfile', '/in/kept.log', '/in/link', '/in/run']);
      expect(await listing('sdk/folder', 'stat', '-c', '%a %u %N', '/in/run', '/in/link')).to.equal(
        "755 0 /in/run\n777 0 '/in/link' -> 'run'\n",
      );
      await last(
        docker.images.build({ context: join(folder, 'app'), dockerfile: '../elsewhere', t: ['sdk/folder'] }),
      );
      expect(await listing('sdk/folder', 'ls', '/run', '/in')).to.equal('/run\n');
    } finally {
      rmSync(folder, { recursive: true });
      await docker.images.remove('sdk/folder').catch(() => undefined);
    }
  });

  it('tells how much room things take, and removes what nothing uses', async () => {
    await using kept = await running('exec sleep 600');
    await using ended = await running('head -c 100000 /dev/zero >/big');
    await ended.wait();
    await docker.networks.create('sdk-unused');
    await docker.volumes.create({ Name: 'sdk-unused' });
    const df = await docker.df();
    expect(df.Containers?.map(({ Id }) => Id)).to.have.members([kept.id, ended.id]);
    expect(df.Volumes?.map(({ Name }) => Name)).to.deep.equal(['sdk-unused']);
    const filtered = await docker.containers.prune({ label: ['sdk=other'] });
    expect(filtered.ContainersDeleted ?? []).to.deep.equal([]);
    expect(await docker.prune({ volumes: true })).to.be.greaterThan(90_000);
    expect((await docker.containers.list({ all: true })).map(({ Id }) => Id)).to.deep.equal([kept.id]);
    expect((await docker.networks.list({ name: ['sdk-unused'] })).length).to.equal(0);
    const named = suite.versioned<Filters>(
      '1.42',
      'named volumes stay unless asked for',
      { all: ['true'] },
      {},
    );
    await docker.volumes.prune(named);
    expect(await docker.volumes.list()).to.deep.equal([]);
  });
});
