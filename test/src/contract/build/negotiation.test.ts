import { expect } from 'chai';
import { it } from 'mocha';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUSYBOX } from '../../harness/busybox.js';
import { DockerCli } from '../../harness/docker-cli.js';
import { runDirectory } from '../../harness/run.js';
import { onArca } from '../../harness/suite.js';

onArca('a daemon without a BuildKit', (suite) => {
  it('leads clients to the classic builder, and says why nothing else is there', async () => {
    expect((await suite.api.get('/_ping')).headers['builder-version']).to.equal('1');
    const headers = { Connection: 'Upgrade', Upgrade: 'h2c', 'X-Docker-Expose-Session-Uuid': 'x' };
    for (const path of ['/session', '/grpc', '/build?version=2']) {
      const answer = await suite.api.call('POST', path, { headers });
      expect(answer.status, path).to.equal(501);
      expect(answer.json<{ message: string }>().message, path).to.match(
        /^BuildKit is not available: .*no buildkitd/,
      );
    }
    const context = join(runDirectory(), 'without-buildkit');
    mkdirSync(context, { recursive: true });
    writeFileSync(join(context, 'Dockerfile'), `FROM ${BUSYBOX}\nCMD ["echo", "classic"]\n`);
    const docker = new DockerCli(suite.engine);
    const built = await docker.run(['build', '-t', 'negotiated', context]);
    expect(built.stdout).to.include('Successfully tagged negotiated:latest');
    expect(await docker.out('run', '--rm', 'negotiated')).to.equal('classic');
    await docker.out('rmi', 'negotiated');
    await suite.api.post('/build/prune', undefined, { all: true });
  });
});
