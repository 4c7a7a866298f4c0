import { expect } from 'chai';
import { after, before, it } from 'mocha';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUSYBOX, busyboxRootfs, makeImage } from '../../harness/busybox.js';
import { DockerCli } from '../../harness/docker-cli.js';
import { Registry } from '../../harness/registry.js';
import { runDirectory } from '../../harness/run.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('docker load, import, pull, images, tag, rmi', (suite) => {
  let docker: DockerCli;
  let registry: Registry;
  before('start a registry', async () => {
    docker = new DockerCli(suite.engine);
    registry = await Registry.start({ basic: 'tester:secret' });
    docker.login(registry.host, 'tester:secret');
  });
  after('stop the registry', () => registry.stop());

  it('load reads an archive from a file and from stdin', async () => {
    const image = await makeImage(['cli/loaded:v1'], { Labels: { of: 'load' } });
    const file = join(runDirectory(), 'loaded.tar');
    writeFileSync(file, image.tar);
    expect(await docker.out('load', '-i', file)).to.equal('Loaded image: cli/loaded:v1');
    expect((await docker.run(['load'], { input: image.tar })).stdout).to.equal(
      'Loaded image: cli/loaded:v1\n',
    );
    expect(await docker.out('images', '-q', '--no-trunc', 'cli/loaded')).to.equal(image.id);
    await docker.out('rmi', 'cli/loaded:v1');
  });

  it('import makes an image that runs', async () => {
    const { stdout } = await docker.run(['import', '-c', 'CMD ["echo","imported"]', '-', 'cli/imported'], {
      input: await busyboxRootfs(),
    });
    expect(stdout).to.match(/^sha256:[0-9a-f]{64}\n$/);
    expect(await docker.out('run', '--rm', 'cli/imported')).to.equal('imported');
    expect(await docker.out('rmi', 'cli/imported')).to.match(
      /^Untagged: cli\/imported:latest\nDeleted: sha256:/,
    );
  });

  it('pull shows progress and the digest; run pulls what is missing', async () => {
    const image = await makeImage([], { Cmd: ['echo', 'pulled'] }, await busyboxRootfs('cli pull'));
    const digest = await registry.push(image, 'cli/pulled', 'v1');
    const name = `${registry.host}/cli/pulled:v1`;
    const pulled = await docker.out('pull', name);
    expect(pulled).to.match(/^v1: Pulling from cli\/pulled\n/);
    expect(pulled).to.include(`Digest: ${digest}\nStatus: Downloaded newer image for ${name}\n${name}`);
    expect(await docker.out('pull', name)).to.include(`Status: Image is up to date for ${name}`);
    await docker.out('rmi', name);
    const run = await docker.run(['run', '--rm', name]);
    expect(run).to.include({ code: 0, stdout: 'pulled\n' });
    expect(run.stderr).to.include(`Unable to find image '${name}' locally`);
    await docker.out('rmi', name);
  });

  it('images lists repository, tag, short id and size', async () => {
    const line = (await docker.out('images', BUSYBOX)).split('\n')[1]!;
    expect(line).to.match(/^arca-test\/busybox\s+latest\s+[0-9a-f]{12}\s+\d+ years? ago\s+\d+(\.\d+)?[kM]B$/);
    expect(
      await docker.out('images', '--format', '{{.Repository}}:{{.Tag}}', '-f', 'reference=arca-test/*'),
    ).to.equal(BUSYBOX);
  });

  it('tag and rmi add and take names; inspect shows them', async () => {
    await docker.out('tag', BUSYBOX, 'cli/tagged:x');
    expect(await docker.out('image', 'inspect', '-f', '{{json .RepoTags}}', BUSYBOX)).to.include(
      '"cli/tagged:x"',
    );
    expect(await docker.out('rmi', 'cli/tagged:x')).to.equal('Untagged: cli/tagged:x');
    const missing = await docker.run(['rmi', 'cli/tagged:x']);
    expect(missing.code).to.equal(1);
    expect(missing.stderr).to.include('No such image: cli/tagged:x');
  });
});
