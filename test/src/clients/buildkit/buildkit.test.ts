import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from '../../harness/api.js';
import { BUSYBOX } from '../../harness/busybox.js';
import { run } from '../../harness/command.js';
import { DockerCli } from '../../harness/docker-cli.js';
import type { Engine } from '../../harness/engine.js';
import { eventually } from '../../harness/eventually.js';
import { loadBusybox, newEngine } from '../../harness/fleet.js';
import { leaksSince, takeSettledInventory } from '../../harness/leak.js';
import { Registry } from '../../harness/registry.js';
import { runDirectory } from '../../harness/run.js';
import { writeTar } from '../../harness/tar.js';

/** Where they are is told by the environment: Debian has none of them. */
const { ARCA_TEST_BUILDKITD: buildkitd, ARCA_TEST_BUILDX: buildx, ARCA_TEST_COMPOSE: compose } = process.env;

if (!buildkitd || !buildx)
  describe('BuildKit', () =>
    it('builds by docker buildx [ARCA_TEST_BUILDKITD and ARCA_TEST_BUILDX name none]'));
else describe('BuildKit', () => defineTests(buildkitd, buildx));

const DOCKERFILE = `FROM ${BUSYBOX}
RUN --mount=type=cache,target=/cache echo built > /built
COPY --chmod=640 given /given
CMD ["cat", "/built", "/given"]
`;

function defineTests(buildkitd: string, buildx: string): void {
  let engine: Engine;
  let api: Api;
  let docker: DockerCli;
  let context: string;
  let leaks: Awaited<ReturnType<typeof takeSettledInventory>>;
  before('start a daemon with BuildKit', async () => {
    leaks = await takeSettledInventory();
    engine = newEngine('arca', ['--buildkitd', buildkitd]);
    await engine.start();
    api = new Api(engine);
    await loadBusybox(engine);
    docker = new DockerCli(engine);
    const plugins = join(docker.environment.DOCKER_CONFIG!, 'cli-plugins');
    mkdirSync(plugins, { recursive: true });
    symlinkSync(buildx, join(plugins, 'docker-buildx'));
    if (compose) symlinkSync(compose, join(plugins, 'docker-compose'));
    context = join(runDirectory(), 'buildkit-context');
    mkdirSync(context, { recursive: true });
    writeFileSync(join(context, 'Dockerfile'), DOCKERFILE);
    writeFileSync(join(context, 'given'), 'given\n');
  });
  after('stop it; nothing is left', async () => {
    await api.wipe();
    await engine.stop();
    expect(await leaksSince(leaks), 'left behind').to.deep.equal([]);
  });
  const images = async () => (await api.get('/images/json')).json<{ Id: string; RepoTags: string[] }[]>();
  const names = async () =>
    (await images()).map(({ Id, RepoTags }) => [Id, ...RepoTags.sort()].join()).sort();

  it('is offered, and builds what runs, is tagged and told of', async () => {
    expect((await api.get('/_ping')).headers['builder-version']).to.equal('2');
    const since = String(Math.floor(Date.now() / 1000) - 1);
    const idFile = join(context, '..', 'buildkit.iid');
    await docker.out('build', '-q', '-t', 'bk/one', '-t', 'bk/two:v2', '--iidfile', idFile, context);
    expect(await docker.out('run', '--rm', '--network', 'none', 'bk/one')).to.equal('built\ngiven');
    const [image] = (await images()).filter(({ RepoTags }) => RepoTags.includes('bk/one:latest'));
    expect(image!.RepoTags).to.have.members(['bk/one:latest', 'bk/two:v2']);
    expect(await docker.out('build', '-q', context), 'once more, without a name').to.equal(image!.Id);
    const told = (await api.get('/events', { since, until: String(Math.ceil(Date.now() / 1000)) })).text;
    expect(told).to.include('"name":"bk/two:v2"');
  }).timeout(60_000);

  it('takes names from older images, which stay without one, and the store keeps what is built', async () => {
    writeFileSync(join(context, 'given'), 'changed\n');
    await docker.out('build', '-q', '-t', 'bk/one', context);
    expect(await docker.out('run', '--rm', '--network', 'none', 'bk/one')).to.equal('built\nchanged');
    expect(await docker.out('run', '--rm', '--network', 'none', 'bk/two:v2')).to.equal('built\ngiven');
    expect(await docker.out('system', 'df', '--format', '{{.Type}} {{.Size}}')).to.match(/Build Cache [1-9]/);
    await docker.out('builder', 'prune', '-af');
    expect(await docker.out('system', 'df', '--format', '{{.Type}} {{.Size}}')).to.include('Build Cache 0B');
    await engine.stop();
    await engine.start();
    expect(await docker.out('run', '--rm', '--network', 'none', 'bk/one')).to.equal('built\nchanged');
    await docker.out(
      'build',
      '-q',
      '-t',
      'bk/on-built',
      '--build-arg',
      'X=1',
      await file('FROM bk/one\nRUN rm /given\n'),
    );
    expect((await docker.run(['run', '--rm', '--network', 'none', 'bk/on-built'])).code).to.equal(1);
  }).timeout(60_000);

  it('tells a failed step, and leaves no image', async () => {
    const before = await names();
    const failed = await docker.run([
      'build',
      '-t',
      'bk/failed',
      await file(`FROM ${BUSYBOX}\nRUN exit 7\n`),
    ]);
    expect(failed.code).to.equal(1);
    expect(failed.stderr).to.include('did not complete successfully: exit code: 7');
    const bad = await docker.run(['build', '-t', 'bk/Bad', context]);
    expect(bad.stderr).to.match(/invalid (reference format|tag)/);
    expect(await names()).to.deep.equal(before);
  }).timeout(60_000);

  it('builds for several platforms, into a registry, and to a folder', async () => {
    const registry = await Registry.start();
    try {
      const copy = await file(
        `FROM scratch\nCOPY --from=${BUSYBOX} /bin/busybox /bin/busybox\nCMD ["/bin/busybox", "echo", "multi"]\n`,
      );
      await docker.out('build', '-q', '--platform', 'linux/amd64,linux/arm64', '-t', 'bk/multi', copy);
      expect(await docker.out('run', '--rm', '--network', 'none', 'bk/multi')).to.equal('multi');
      const name = `${registry.host}/bk/pushed:v1`;
      await docker.out('buildx', 'build', '-q', '--push', '-t', name, context);
      await docker.out('rmi', '-f', name);
      expect(await docker.out('run', '--rm', '--network', 'none', name)).to.equal('built\nchanged');
      await docker.out('tag', 'bk/one', `${registry.host}/bk/tagged`);
      expect(await docker.out('push', `${registry.host}/bk/tagged`)).to.include('digest: sha256:');
      const folder = join(context, '..', 'buildkit-output');
      await docker.out('buildx', 'build', '-q', '-o', `type=local,dest=${folder}`, copy);
      expect(readdirSync(join(folder, 'bin'))).to.deep.equal(['busybox']);
    } finally {
      await registry.stop();
    }
  }).timeout(90_000);

  it('builds for clients without buildx, with a session and without one', async () => {
    if ((await run('/usr/bin/docker', ['--version'])).stdout.includes('version 20.10')) {
      const env = { ...docker.environment, DOCKER_BUILDKIT: '1' };
      const built = await run('/usr/bin/docker', ['build', '-t', 'bk/old', context], {
        env,
        timeout: 50_000,
      });
      expect(built.stderr).to.include('exporting to image');
      expect(await docker.out('run', '--rm', '--network', 'none', 'bk/old')).to.equal('built\nchanged');
    }
    const body = await writeTar([
      { name: 'Dockerfile', mode: 0o644, content: `FROM ${BUSYBOX}\nRUN true\n` },
    ]);
    const sent = await api.call('POST', '/build?version=2&t=bk/sent', {
      body,
      headers: { 'Content-Type': 'application/x-tar' },
    });
    expect(sent.text).to.match(/"id":"moby.buildkit.trace"[^]*"id":"moby.image.id","aux":\{"ID":"sha256:/);
  }).timeout(60_000);

  if (compose)
    it('builds the services of a project', async () => {
      const project = join(context, 'compose.yaml');
      writeFileSync(project, 'services: {one: {build: ., image: bk/composed, network_mode: none}}\n');
      await docker.out('compose', '-f', project, 'build', '-q');
      rmSync(project);
      expect(await docker.out('run', '--rm', '--network', 'none', 'bk/composed')).to.equal('built\nchanged');
    }).timeout(60_000);

  it('leaves nothing of a build when the daemon is killed, and builds again', async () => {
    const before = await names();
    const slow = await file(`FROM ${BUSYBOX}\nRUN echo first\nRUN sleep 600\n`);
    const building = docker.run(['build', '-t', 'bk/killed', slow]);
    const steps = async () => (await run('pgrep', ['-xf', 'sleep 600'])).stdout.trim();
    await eventually(async () => (await steps()) !== '', 'the step runs');
    await engine.crash();
    expect((await building).code).to.not.equal(0);
    await engine.start();
    await eventually(async () => (await steps()) === '', 'the step is ended');
    expect(await names()).to.deep.equal(before);
    await docker.out('build', '-q', '-t', 'bk/again', context);
    expect(await docker.out('run', '--rm', '--network', 'none', 'bk/again')).to.equal('built\nchanged');
  }).timeout(60_000);

  /** A context with only a Dockerfile. */
  async function file(text: string): Promise<string> {
    const directory = join(context, '..', `buildkit-${files++}`);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'Dockerfile'), text);
    return directory;
  }
  let files = 0;
}
