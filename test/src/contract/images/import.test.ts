import { expect } from 'chai';
import { it } from 'mocha';
import { busyboxRootfs } from '../../harness/busybox.js';
import type { Answer } from '../../harness/http.js';
import { DIGEST, RFC3339_NANO } from '../../harness/shape.js';
import type { ImageInspect } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';
import { sha256, writeTar } from '../../harness/tar.js';

onEachEngine('POST /images/create?fromSrc=- (import)', (suite) => {
  const importTar = (body: Buffer, query: object, path = ''): Promise<Answer> =>
    suite.api.call('POST', `/images/create${path}`, {
      ...{ body, query: { fromSrc: '-', ...query } },
      headers: { 'Content-Type': 'application/x-tar' },
    });
  const inspect = async (name: string): Promise<ImageInspect> =>
    suite.api.expect(await suite.api.get(`/images/${name}/json`), 200).json<ImageInspect>();
  const tree = () => writeTar([{ name: 'file', mode: 0o644, content: 'imported' }]);

  it('makes a tagged image of one layer out of a root file system', async () => {
    const tar = await tree();
    const answer = await importTar(tar, { repo: 'import/one', tag: 'v1', message: 'a message' });
    expect(answer.status).to.equal(200);
    const { status } = answer.json<{ status: string }>();
    expect(status).to.match(DIGEST);
    const image = await inspect('import/one:v1');
    expect(image.Id).to.equal(status);
    expect(image.RootFS.Layers).to.deep.equal([`sha256:${sha256(tar)}`]);
    expect(image).to.include({ Comment: 'a message', Os: 'linux', Author: '' });
    expect(image.Created).to.match(RFC3339_NANO);
    await suite.api.delete('/images/import/one:v1');
  });

  it('tags with latest when no tag is given, and says where it came from', async () => {
    await importTar(await tree(), { repo: 'import/untagged' });
    expect(await inspect('import/untagged:latest')).to.include({ Comment: 'Imported from -' });
    await suite.api.delete('/images/import/untagged');
  });

  it('makes an image without a name', async () => {
    const answer = await importTar(await tree(), {});
    const { status } = answer.json<{ status: string }>();
    expect((await inspect(status)).RepoTags).to.deep.equal([]);
    await suite.api.delete(`/images/${status}`);
  });

  it('applies Dockerfile instructions to the configuration', async () => {
    const changes = [
      'CMD ["echo","hi there"]',
      'ENV A=b C="d e"',
      'USER app',
      'WORKDIR /home',
      'EXPOSE 80 53/udp',
    ];
    changes.push('LABEL k=v', 'ENTRYPOINT ["env"]', 'VOLUME /data');
    const query = changes.map((change) => `changes=${encodeURIComponent(change)}`).join('&');
    const answer = await suite.api.call('POST', `/images/create?fromSrc=-&repo=import/changed&${query}`, {
      body: await tree(),
    });
    expect(answer.status, answer.text).to.equal(200);
    expect((await inspect('import/changed')).Config).to.deep.include({
      Cmd: ['echo', 'hi there'],
      Env: ['A=b', 'C=d e'],
      User: 'app',
      WorkingDir: '/home',
      ExposedPorts: { '80/tcp': {}, '53/udp': {} },
      Labels: { k: 'v' },
      Entrypoint: ['env'],
      Volumes: { '/data': {} },
    });
    await suite.api.delete('/images/import/changed');
  });

  suite.since('1.44', 'STOPSIGNAL was not among the instructions', 'takes STOPSIGNAL', async () => {
    await importTar(await tree(), { repo: 'import/signal', changes: 'STOPSIGNAL SIGINT' });
    expect((await inspect('import/signal')).Config).to.include({ StopSignal: 'SIGINT' });
    await suite.api.delete('/images/import/signal');
  });

  it('refuses an unknown instruction and a bad name', async () => {
    const unknown = await importTar(await tree(), { changes: 'FOO bar' });
    expect(unknown.status).to.equal(400);
    expect(unknown.message).to.equal('foo is not a valid change command');
    const badName = await importTar(await tree(), { repo: 'UPPER' });
    expect(badName.status).to.equal(400);
    expect(badName.message).to.equal('invalid reference format: repository name must be lowercase');
  });

  it('runs a container from an imported file system', async () => {
    await importTar(await busyboxRootfs(), { repo: 'import/busybox' });
    const { code, stdout } = await suite.api.run({ Image: 'import/busybox', Cmd: ['echo', 'alive'] });
    expect({ code, stdout }).to.deep.equal({ code: 0, stdout: 'alive\n' });
    expect((await suite.api.delete('/images/import/busybox', { force: true })).status).to.equal(200);
  });

  it('refuses a container without a command from such an image', async () => {
    await importTar(await tree(), { repo: 'import/nocommand' });
    const created = await suite.api.post('/containers/create', { Image: 'import/nocommand' });
    expect(created.status).to.equal(400);
    expect(created.message.toLowerCase()).to.equal('no command specified');
    await suite.api.delete('/images/import/nocommand');
  });
});
