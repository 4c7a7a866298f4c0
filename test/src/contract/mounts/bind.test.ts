import { expect } from 'chai';
import { beforeEach, it } from 'mocha';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUSYBOX } from '../../harness/busybox.js';
import { must } from '../../harness/command.js';
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

  it('take along what is mounted below them, read-only as they are', async () => {
    mkdirSync(join(directory, 'below'));
    await must('mount', ['-t', 'tmpfs', 'tmpfs', join(directory, 'below')]);
    try {
      writeFileSync(join(directory, 'below', 'file'), '');
      const look = async (HostConfig: object) =>
        (
          await suite.api.run({
            Cmd: ['sh', '-c', 'ls /data/below; touch /data/below/new 2>/dev/null && echo written'],
            HostConfig: HostConfig as never,
          })
        ).stdout;
      const mount = (more: object, BindOptions: object = {}) => ({
        Mounts: [{ Type: 'bind', Source: directory, Target: '/data', ...more, BindOptions }],
      });
      expect(await look(mount({}))).to.equal('file\nwritten\n');
      rmSync(join(directory, 'below', 'new'));
      expect(await look(mount({}, { NonRecursive: true }))).to.equal('written\n');
      const readOnly = suite.versioned('1.44', 'read-only became recursive', 'file\n', 'file\nwritten\n');
      expect(await look(mount({ ReadOnly: true }))).to.equal(readOnly);
      expect(await look({ Binds: [`${directory}:/data:ro`] })).to.include('file\n');
    } finally {
      await must('umount', [join(directory, 'below')]);
    }
  });

  suite.since(
    '1.44',
    'recursive read-only is newer',
    'are read-only by themselves when that is asked for',
    async () => {
      mkdirSync(join(directory, 'below'));
      await must('mount', ['-t', 'tmpfs', 'tmpfs', join(directory, 'below')]);
      try {
        const look = (BindOptions: object, ReadOnly = true) =>
          suite.api.post('/containers/create', {
            ...{ Image: BUSYBOX, Cmd: ['touch', '/data/below/new'] },
            HostConfig: {
              Mounts: [{ Type: 'bind', Source: directory, Target: '/data', ReadOnly, BindOptions }],
            },
          });
        const code = async (options: object) => {
          const { Id } = suite.api.expect(await look(options), 201).json<{ Id: string }>();
          suite.api.expect(await suite.api.post(`/containers/${Id}/start`), 204);
          return (await suite.api.wait(Id)).StatusCode;
        };
        expect(await code({ ReadOnlyNonRecursive: true })).to.equal(0);
        expect(await code({ ReadOnlyForceRecursive: true })).to.equal(1);
        const refused = await look({ ReadOnlyForceRecursive: true }, false);
        expect([refused.status, refused.message]).to.deep.equal([
          ...[400, 'mount options conflict: !ReadOnly && BindOptions.ReadOnlyForceRecursive'],
        ]);
      } finally {
        await must('umount', [join(directory, 'below')]);
      }
    },
  );

  it('spread mounts as far as they are asked to', async () => {
    await must('mount', ['-t', 'tmpfs', 'tmpfs', directory]);
    await must('mount', ['--make-shared', directory]);
    try {
      const binds = (mode: string) => ({ HostConfig: { Binds: [`${directory}:/data${mode}`] } });
      const mkdir = (name: string) => mkdirSync(join(directory, name));
      const slave = await suite.api.start({ Cmd: ['sleep', '600'], ...binds(':rslave') });
      const alone = await suite.api.start({ Cmd: ['sleep', '600'], ...binds('') });
      mkdir('late');
      await must('mount', ['-t', 'tmpfs', 'tmpfs', join(directory, 'late')]);
      const seen = async (id: string) =>
        (await suite.api.exec(id, ['grep', '-c', ' /data/late ', '/proc/mounts'])).stdout.trim();
      expect([await seen(slave), await seen(alone)]).to.deep.equal(['1', '0']);
    } finally {
      await suite.api.wipe();
      await must('umount', ['-R', directory]);
    }
  });

  it('spread nothing from what is not shared', async () => {
    await must('mount', ['-t', 'tmpfs', 'tmpfs', directory]);
    await must('mount', ['--make-private', directory]);
    try {
      for (const [mode, what] of [
        ['rshared', 'shared'],
        ['slave', 'shared or slave'],
      ]) {
        const id = await suite.api.create({
          Cmd: ['true'],
          HostConfig: { Binds: [`${directory}:/data:${mode}`] },
        });
        const refused = await suite.api.post(`/containers/${id}/start`);
        const text = `path ${directory} is mounted on ${directory} but it is not a ${what} mount`;
        expect([refused.status, refused.message]).to.deep.equal([500, text]);
      }
    } finally {
      await suite.api.wipe();
      await must('umount', [directory]);
    }
  });

  it('must have a source when they are asked for as mounts', async () => {
    const Source = join(directory, 'nowhere');
    const create = (BindOptions: object) =>
      suite.api.post('/containers/create', {
        ...{ Image: BUSYBOX, Cmd: ['true'] },
        HostConfig: { Mounts: [{ Type: 'bind', Source, Target: '/data', BindOptions }] },
      });
    const refused = await create({});
    expect([refused.status, refused.message]).to.deep.equal([
      ...[400, `invalid mount config for type "bind": bind source path does not exist: ${Source}`],
    ]);
    if (suite.versioned('1.42', 'the option is newer', true, false)) {
      const { Id } = suite.api.expect(await create({ CreateMountpoint: true }), 201).json<{ Id: string }>();
      suite.api.expect(await suite.api.post(`/containers/${Id}/start`), 204);
      expect(statSync(Source).isDirectory()).to.equal(true);
    }
  });
});
