import { expect } from 'chai';
import { it } from 'mocha';
import { Api } from '../../harness/api.js';
import { makeImage } from '../../harness/busybox.js';
import { DockerCli } from '../../harness/docker-cli.js';
import { newEngine } from '../../harness/fleet.js';
import { RegistryGate } from '../../harness/registry-gate.js';
import { Registry } from '../../harness/registry.js';
import { onArca } from '../../harness/suite.js';
import { writeTar } from '../../harness/tar.js';

onArca('mirrors of the default registry', (suite) => {
  it('are asked one after the other by docker pull, without the password', async function () {
    this.timeout(60_000);
    const registry = await Registry.start();
    const [lacking, failing, good] = (await Promise.all(
      [1, 2, 3].map(() => RegistryGate.open(registry.host)),
    )) as [RegistryGate, RegistryGate, RegistryGate];
    lacking.handle = ({ line, response, pass }) =>
      line.includes('/manifests/') ? void response.writeHead(404).end() : pass();
    failing.handle = ({ response }) => void response.destroy();
    const mirrors = [lacking, failing, good].flatMap(({ host }) => ['--registry-mirror', `http://${host}`]);
    const engine = newEngine(suite.kind, mirrors);
    try {
      const image = await makeImage([], {}, await writeTar([{ name: 'file', content: 'mirrored' }]));
      const digest = await registry.push(image, 'library/mirrored', 'latest');
      await engine.start();
      const client = new DockerCli(engine);
      client.login('https://index.docker.io/v1/', 'tester:word');
      const told = await client.out('pull', 'mirrored');
      expect(told).to.include(`Digest: ${digest}`);
      expect(told).to.include('Status: Downloaded newer image for mirrored:latest');
      expect((await new Api(engine).get('/images/mirrored/json')).json()).to.deep.include({
        ...{ Id: image.id, RepoTags: ['mirrored:latest'], RepoDigests: [`mirrored@${digest}`] },
      });
      for (const { seen } of [lacking, failing, good]) {
        expect(seen).not.to.deep.equal([]);
        expect(seen.filter(({ headers }) => headers.authorization !== undefined)).to.deep.equal([]);
      }
    } finally {
      await engine.stop();
      for (const gate of [lacking, failing, good]) gate.close();
      await registry.stop();
    }
  });
});
