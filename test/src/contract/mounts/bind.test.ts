import { expect } from 'chai';
import { beforeEach, it } from 'mocha';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUSYBOX } from '../../harness/busybox.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('bind mounts', (suite) => {
  let directory: string;
  let serial = 0;
  beforeEach('make a directory', () => {
    serial += 1;
    directory = join(suite.engine.directory, `bind-${serial}`);
    mkdirSync(directory);
  });

  it('give a directory of the host to read and write', async () => {
    writeFileSync(join(directory, 'in'), 'from the host\n');
    const { stdout } = await suite.api.run({
      ...{
        Cmd: ['sh', '-c', 'cat /data/in; echo back > /data/out'],
        HostConfig: { Binds: [`${directory}:/data`] },
      },
    });
    expect(stdout).to.equal('from the host\n');
    expect(readFileSync(join(directory, 'out'), 'utf8')).to.equal('back\n');
  });

  it('may be read-only', async () => {
    const { code, stderr } = await suite.api.run({
      ...{ Cmd: ['touch', '/data/file'], HostConfig: { Binds: [`${directory}:/data:ro`] } },
    });
    expect(code).to.equal(1);
    expect(stderr).to.include('Read-only file system');
  });

  it('may be a single file', async () => {
    const file = join(directory, 'file');
    writeFileSync(file, 'one file\n');
    const { stdout } = await suite.api.run({
      Cmd: ['cat', '/etc/motd'],
      HostConfig: { Binds: [`${file}:/etc/motd:ro`] },
    });
    expect(stdout).to.equal('one file\n');
  });

  it('make a source directory that is missing', async () => {
    const missing = join(directory, 'made', 'for', 'me');
    await suite.api.run({ Cmd: ['true'], HostConfig: { Binds: [`${missing}:/data`] } });
    expect(statSync(missing).isDirectory()).to.equal(true);
  });

  it('are shown in inspect and list, as asked for and as they are', async () => {
    const id = await suite.api.create({ HostConfig: { Binds: [`${directory}:/data:ro`] } });
    const container = await suite.api.inspect(id);
    expect(container.HostConfig.Binds).to.deep.equal([`${directory}:/data:ro`]);
    expect(container.Mounts).to.deep.equal([
      {
        Type: 'bind',
        Source: directory,
        Destination: '/data',
        Mode: 'ro',
        RW: false,
        Propagation: 'rprivate',
      },
    ]);
    const [listed] = (await suite.api.get('/containers/json', { all: true })).json<{ Mounts: object }[]>();
    expect(listed!.Mounts).to.deep.equal(container.Mounts);
  });

  it('hide nothing of the host after the container is gone', async () => {
    writeFileSync(join(directory, 'kept'), '');
    const { id } = await suite.api.run({ Cmd: ['true'], HostConfig: { Binds: [`${directory}:/data`] } });
    await suite.api.delete(`/containers/${id}`, { v: true });
    expect(existsSync(join(directory, 'kept'))).to.equal(true);
  });

  it('are refused when they make no sense', async () => {
    const cases: [string, number, RegExp][] = [
      [
        `${directory}:relative`,
        500,
        /^invalid volume specification: '.*:relative': .*mount path must be absolute$/,
      ],
      [`${directory}:/data:nonsense`, 500, /^invalid mode: nonsense$/],
      [`${directory}:/`, 500, /^invalid volume specification: .*: destination can't be '\/'$/],
      [':/data', 500, /^invalid volume specification: ':\/data'$/],
      ['relative/path:/data', 400, /^create relative\/path: .*, use absolute path$/],
    ];
    for (const [bind, status, text] of cases) {
      const answer = await suite.api.post('/containers/create', {
        Image: BUSYBOX,
        HostConfig: { Binds: [bind] },
      });
      expect(answer.status, bind).to.equal(status);
      expect(answer.message, bind).to.match(text);
    }
    const twice = await suite.api.post('/containers/create', {
      ...{ Image: BUSYBOX, HostConfig: { Binds: [`${directory}:/data`, `${directory}:/data`] } },
    });
    expect(twice.status).to.equal(400);
    expect(twice.message).to.equal('Duplicate mount point: /data');
  });
});
