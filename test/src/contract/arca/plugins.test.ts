import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { after, before, it } from 'mocha';
import { Api } from '../../harness/api.js';
import { BUSYBOX, makeImage } from '../../harness/busybox.js';
import { DockerCli } from '../../harness/docker-cli.js';
import type { Engine } from '../../harness/engine.js';
import { request } from '../../harness/http.js';
import { loadBusybox, newEngine } from '../../harness/fleet.js';
import { onArca } from '../../harness/suite.js';

const SAMPLE = fileURLToPath(new URL('../../../../examples/plugin-site', import.meta.url));
const NAME = '@acme/arca-plugin-site';

onArca('a third party’s plugin', () => {
  let engine: Engine;
  let docker: DockerCli;
  before(async () => {
    engine = newEngine('arca', ['--plugin', SAMPLE]);
    await engine.start();
    await loadBusybox(engine);
    docker = new DockerCli(engine);
  });
  after(() => engine.stop());
  const show = ['sh', '-c', 'echo $ACME_SITE; cat /run/acme/site.json'];

  it('adds a variable and a mount by the annotation that is its own', async () => {
    expect(await docker.out('run', '--rm', BUSYBOX, ...show)).to.equal('main\n{"name":"main"}');
    const chosen = ['run', '--rm', '--annotation', 'com.acme.site=berlin', BUSYBOX];
    expect(await docker.out(...chosen, ...show)).to.equal('berlin\n{"name":"berlin"}');
    const written = 'echo x > /run/acme/site.json || grep " /run/acme/site.json " /proc/mounts';
    expect(await docker.out(...chosen, 'sh', '-c', `(${written}) 2>/dev/null`)).to.match(/ ro,/);
  });

  it('gives way to what a person says, and tells where a value comes from', async () => {
    expect(await docker.out('run', '--rm', '-e', 'ACME_SITE=own', BUSYBOX, ...show)).to.match(/^own\n/);
    const api = new Api(engine);
    const id = await api.create({ HostConfig: { Annotations: { 'com.acme.site': 'berlin' } } });
    const { Spec, Provenance } = (
      await request(engine.socketPath, 'GET', `/arca/containers/${id}/spec`)
    ).json<{
      Spec: { annotations: Record<string, string> };
      Provenance: Record<string, { Plugin: string }>;
    }>();
    expect(Spec.annotations['com.acme.site']).to.equal('berlin');
    expect(Provenance['process.env[ACME_SITE]']!.Plugin).to.equal('acme.site');
    await api.wipe();
  });

  it('refuses a bad annotation, and an image by policy, before anything is made', async () => {
    const refused = await docker.run(['run', '--annotation', 'com.acme.site=Main', BUSYBOX, 'true']);
    expect(refused.code).to.equal(125);
    expect(refused.stderr).to.include('annotation com.acme.site: "Main" is not the name of a site');
    const { tar } = await makeImage(['quarantined:latest'], { Labels: { 'com.acme.quarantine': 'CVE-1' } });
    expect((await docker.run(['load'], { input: tar })).code).to.equal(0);
    const vetoed = await docker.run(['run', 'quarantined', 'true']);
    expect(vetoed.code).to.equal(125);
    expect(vetoed.stderr).to.include('image quarantined is in quarantine: CVE-1');
    const created = await new Api(engine).post('/containers/create', { Image: 'quarantined' });
    expect(created.status).to.equal(403);
    expect(await docker.out('ps', '--all', '--quiet')).to.equal('');
    await docker.out('rmi', 'quarantined');
  });

  it('is listed, shown and switched like any plugin, also over a restart', async () => {
    expect(await docker.out('plugin', 'ls', '--format', '{{.Name}} {{.Enabled}}')).to.include(`${NAME} true`);
    expect(await docker.out('plugin', 'disable', NAME)).to.equal(NAME);
    await engine.crash();
    await engine.start();
    expect(await docker.out('plugin', 'inspect', '-f', '{{.Enabled}}', NAME)).to.equal('false');
    expect(await docker.out('run', '--rm', BUSYBOX, 'sh', '-c', 'echo "[$ACME_SITE]"')).to.equal('[]');
    await docker.out('plugin', 'enable', NAME);
    expect(await docker.out('run', '--rm', BUSYBOX, ...show)).to.match(/^main\n/);
  });
});

onArca('built-in plugins', (suite) => {
  let docker: DockerCli;
  before(() => (docker = new DockerCli(suite.engine)));
  after('everything is enabled', async () => {
    for (const name of ['memory', 'exec']) await docker.run(['plugin', 'enable', name]);
  });

  it('are listed by name, id, capability and state', async () => {
    const id = await docker.out('plugin', 'inspect', '-f', '{{.Id}}', 'memory');
    expect(id).to.match(/^[0-9a-f]{64}$/);
    expect(await docker.out('plugin', 'inspect', '-f', '{{.Name}}', id.slice(0, 12))).to.equal('memory');
    const fields = await docker.out('plugin', 'inspect', '-f', '{{json .Settings.Args}}', 'memory');
    expect(JSON.parse(fields)).to.include('HostConfig.MemorySwap');
    const features = await docker.out('plugin', 'ls', '-f', 'capability=feature', '--format', '{{.Name}}');
    expect(features.split('\n')).to.include('memory').and.not.include('kill');
    expect(await docker.out('plugin', 'ls', '-f', 'enabled=false', '-q')).to.equal('');
    const unknown = await docker.run(['plugin', 'ls', '-f', 'shoe=1']);
    expect(unknown.stderr).to.include("invalid filter 'shoe'");
  });

  it('when disabled have their fields refused by name, and nothing else', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig: { Memory: 64 * 1024 * 1024 } });
    const events = await suite.api.events({ filters: JSON.stringify({ type: ['plugin'] }) });
    await docker.out('plugin', 'disable', 'memory');
    await events.find(({ Action, Actor }) => Action === 'disable' && Actor.Attributes['name'] === 'memory');
    events.destroy();
    const refused = await docker.run(['run', '--rm', '-m', '64m', BUSYBOX, 'true']);
    expect(refused.code).to.equal(125);
    expect(refused.stderr).to.include('HostConfig.Memory cannot be used: plugin memory is disabled');
    const updated = await suite.api.post(`/containers/${id}/update`, { Memory: 128 * 1024 * 1024 });
    expect(updated.status).to.equal(400);
    expect(updated.message).to.include('plugin memory is disabled');
    expect(await docker.out('run', '--rm', BUSYBOX, 'echo', 'fine')).to.equal('fine');
    // What there is stays as it is, and starts again.
    suite.api.expect(await suite.api.post(`/containers/${id}/restart`, undefined, { t: '0' }), 204);
    expect((await suite.api.inspect(id)).HostConfig.Memory).to.equal(64 * 1024 * 1024);
    await docker.out('plugin', 'enable', 'memory');
    expect(await docker.out('run', '--rm', '-m', '64m', BUSYBOX, 'echo', 'fine')).to.equal('fine');
  });

  it('when disabled do not serve their operations', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    await docker.out('plugin', 'disable', 'exec');
    const refused = await suite.api.post(`/containers/${id}/exec`, { Cmd: ['true'] });
    expect([refused.status, refused.message]).to.deep.equal([
      501,
      'ContainerExec is not served: plugin exec is disabled',
    ]);
    await docker.out('plugin', 'enable', 'exec');
    expect((await suite.api.exec(id, ['true'])).code).to.equal(0);
  });

  it('refuse what cannot be', async () => {
    const status = async (method: string, path: string, body?: unknown) => {
      const { status, message } = await suite.api.call(method, path, { body });
      return `${status} ${message}`;
    };
    expect(await status('GET', '/plugins/none/json')).to.equal('404 plugin "none" not found');
    expect(await status('POST', '/plugins/none/enable')).to.match(/^404 /);
    expect(await status('POST', '/plugins/memory/enable')).to.equal(
      '409 plugin already enabled: plugin memory is enabled',
    );
    expect(await status('POST', '/plugins/catalog/disable')).to.equal('409 plugin catalog is in use');
    expect(await status('DELETE', '/plugins/none')).to.match(/^404 /);
    for (const [method, path] of [
      ['DELETE', '/plugins/memory'],
      ['POST', '/plugins/memory/push'],
      ['POST', '/plugins/memory/set'],
      ['POST', '/plugins/pull?remote=vieux/sshfs'],
      ['GET', '/plugins/privileges?remote=vieux/sshfs'],
    ] as const)
      expect(await status(method, path), path).to.match(/^501 plugins are loaded when the daemon starts/);
  });
});

onArca('plugins that do not fit', (suite) => {
  /** What a daemon with this plugin says, which must not start. */
  async function failure(text: string, name: string): Promise<string> {
    const engine = newEngine('arca', ['--plugin', write(name, text)]);
    try {
      await engine.start();
    } catch (error) {
      return (error as Error).message;
    }
    await engine.stop();
    return 'it started';
  }
  function write(name: string, text: string): string {
    const folder = join(suite.engine.directory, 'tmp', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: `@acme/${name}`, type: 'module' }));
    writeFileSync(join(folder, 'index.js'), text);
    return folder;
  }
  const second = `export default { load: ({ bind }) => void bind(Symbol.for('arca.feature')).toConstantValue({
    manifest: { id: 'acme.second', summary: '', owns: ['HostConfig.Memory', 'HostConfig.Memry'] },
  }) };`;

  it('are named with what they collide with', async () => {
    const message = await failure(second, 'second');
    expect(message).to.include(
      '@acme/second (feature acme.second): the field HostConfig.Memory is taken by feature memory of memory',
    );
    expect(message).to.include('owns HostConfig.Memry, which is no field of the API');
  });

  it('are named when they are broken, and the daemon starts without them when told to', async () => {
    const text = "throw new Error('no licence');";
    expect(await failure(text, 'broken')).to.match(/plugin \S+broken cannot be loaded: no licence/);
    const flags = ['--plugin', write('broken', text), '--disable-plugin', '@acme/broken'];
    const engine = newEngine('arca', flags);
    await engine.start();
    try {
      const docker = new DockerCli(engine);
      const list = await docker.out('plugin', 'ls', '-f', 'enabled=false', '--format', '{{.Name}}');
      expect(list).to.equal('@acme/broken');
      const enabled = await docker.run(['plugin', 'enable', '@acme/broken']);
      expect(enabled.stderr).to.include("disabled by the daemon's configuration");
    } finally {
      await engine.stop();
    }
    const unknown = newEngine('arca', ['--disable-plugin', 'none']);
    expect(await unknown.start().catch((error: Error) => error.message)).to.include(
      'there is no such plugin',
    );
  });
});
