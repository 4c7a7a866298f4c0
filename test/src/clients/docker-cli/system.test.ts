import { expect } from 'chai';
import { before, it } from 'mocha';
import { DockerCli } from '../../harness/docker-cli.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('docker version and info', (suite) => {
  let docker: DockerCli;
  before(() => {
    docker = new DockerCli(suite.engine);
  });

  it('version shows client and server, and negotiates down', async () => {
    const text = await docker.out('version');
    expect(text)
      .to.match(/^Client:/)
      .and.match(/^Server:/m);
    const api = await docker.out('version', '-f', '{{.Server.APIVersion}} {{.Client.APIVersion}}');
    const [server, client] = api.split(' ');
    expect(server).to.equal(suite.engine.apiVersion);
    const [serverMinor, clientMinor] = [server!, client!].map((version) => Number(version.split('.')[1]));
    expect(clientMinor).to.be.at.most(serverMinor!);
  });

  it('info shows the daemon without a warning of its own', async () => {
    const { code, stdout, stderr } = await docker.run(['info']);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.match(/^Server:$/m);
    expect(stdout).to.match(/^ Containers: 0$/m);
    expect(stdout).to.match(/^ Default Runtime: \S+$/m);
    expect(stdout).to.include(`Docker Root Dir: ${suite.engine.directory}`);
    expect(stdout + stderr).to.not.match(/^ERROR/m);
  });

  it('fails plainly when nothing listens', async () => {
    const done = await docker.run(['-H', 'unix:///nonexistent.sock', 'ps']);
    expect(done.code).to.equal(1);
    expect(done.stderr).to.include('Cannot connect to the Docker daemon');
  });
});
