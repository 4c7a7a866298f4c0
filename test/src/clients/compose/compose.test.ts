import { expect } from 'chai';
import { describe, it } from 'mocha';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUSYBOX } from '../../harness/busybox.js';
import { run, type Finished } from '../../harness/command.js';
import { DockerCli } from '../../harness/docker-cli.js';
import { eventually } from '../../harness/eventually.js';
import { runDirectory } from '../../harness/run.js';
import { onEachEngine, type Suite } from '../../harness/suite.js';

const project = `
services:
  web:
    image: ${BUSYBOX}
    command: ["sh", "-c", "echo web > /index.html; exec httpd -f -p 80 -h /"]
    ports: ["80"]
    depends_on: [api]
    networks: [front]
  api:
    image: ${BUSYBOX}
    command: ["sh", "-c", "echo api > /index.html; exec httpd -f -p 80 -h /"]
    depends_on: [store]
    networks: [front, back]
  store:
    image: ${BUSYBOX}
    command: ["sleep", "600"]
    volumes: ["data:/data"]
    networks: [back]
networks:
  front: {}
  back: {internal: true}
volumes:
  data: {}
`;

/** compose v2 is a plugin of the docker CLI: a test of it is left out where nobody has installed it. */
const clients: Record<string, string | undefined> = {
  'compose v1': ['/usr/bin/docker-compose'].find(existsSync),
  'compose v2': [
    process.env.ARCA_TEST_COMPOSE ?? '',
    '/usr/libexec/docker/cli-plugins/docker-compose',
    '/usr/local/lib/docker/cli-plugins/docker-compose',
  ].find((path) => path !== '' && existsSync(path)),
};

for (const [title, program] of Object.entries(clients)) {
  if (program === undefined)
    describe(title, () => it('of a project of three services [it is not installed]'));
  else onEachEngine(title, (suite) => defineTests(suite, title, program));
}

function defineTests(suite: Suite, title: string, program: string): void {
  it('brings three services up, scales them, leaves them alone, and takes them down', async () => {
    const compose = composer(suite, title, program);
    await compose('up', '-d');
    const list = async () =>
      (await suite.api.get('/containers/json')).json<{ Id: string; Labels: Record<string, string> }[]>();
    const ids = async (service: string) =>
      (await list())
        .filter(({ Labels }) => Labels['com.docker.compose.service'] === service)
        .map(({ Id }) => Id);
    const [web] = await ids('web');
    const [store] = await ids('store');
    // The static busybox asks for names in ping, but not in wget.
    const page = async (from: string, name: string) => {
      const { stdout } = await suite.api.exec(from, ['ping', '-c', '1', '-W', '5', name]);
      const address = /^PING \S+ \(([\d.]+)\)/.exec(stdout)?.[1];
      if (address === undefined) return 'nobody';
      return (await suite.api.exec(from, ['wget', '-qO-', `http://${address}/index.html`])).stdout.trim();
    };
    await eventually(async () => (await page(web!, 'api')) === 'api', 'web reaches api by name');
    expect(await page(store!, 'api')).to.equal('api');
    expect(await page(store!, 'web'), 'of another network').to.equal('nobody');

    await compose('up', '-d', '--scale', 'api=3');
    const scaled = await ids('api');
    expect(scaled).to.have.length(3);
    const { stdout } = await suite.api.exec(web!, ['sh', '-c', 'nslookup -type=a api. 2>&1']);
    expect(stdout.match(/^Address: +\d+\.\d+\.\d+\.\d+$/gm)).to.have.length(3);

    const before = (await list()).map(({ Id }) => Id).sort();
    await compose('up', '-d', '--scale', 'api=3');
    expect((await list()).map(({ Id }) => Id).sort()).to.deep.equal(before);

    await compose('down', '--volumes', '--timeout', '0');
    expect((await suite.api.get('/containers/json', { all: true })).json()).to.deep.equal([]);
    for (const path of ['/networks', '/volumes'])
      expect((await suite.api.get(path)).text, path).to.not.include('threeservices');
  }).timeout(120_000);
}

function composer(suite: Suite, title: string, program: string) {
  const directory = join(runDirectory(), `${title.replace(' ', '-')}-${suite.kind}`);
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'docker-compose.yml');
  writeFileSync(file, (title === 'compose v1' ? 'version: "3.8"\n' : '') + project);
  const env = new DockerCli(suite.engine).environment;
  return async (...args: string[]): Promise<Finished> => {
    const command = ['-p', 'threeservices', '-f', file, ...args];
    const done = await run(program, command, { env, timeout: 100_000 });
    if (done.code !== 0)
      throw new Error(`${args.join(' ')}: exit ${done.code}: ${done.stderr}${done.stdout}`);
    return done;
  };
}
