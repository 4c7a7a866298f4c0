import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { ID } from '../../harness/shape.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('POST /containers/create', (suite) => {
  const create = (body: object, name?: string, query = {}) =>
    suite.api.post('/containers/create', { Image: BUSYBOX, ...body }, { name, ...query });

  it('answers 201 with a full id and a list of warnings', async () => {
    const answer = await create({});
    expect(answer.status).to.equal(201);
    const created = answer.json<{ Id: string; Warnings: string[] }>();
    expect(Object.keys(created)).to.have.members(['Id', 'Warnings']);
    expect(created.Id).to.match(ID);
    expect(created.Warnings).to.deep.equal([]);
  });

  it('takes names of letters, digits and _.- from the second character on', async () => {
    for (const name of ['ab', '0a', 'A_b.c-d', '/slash']) {
      const answer = await create({}, name);
      expect(answer.status, name).to.equal(201);
      const { Id } = answer.json<{ Id: string }>();
      expect((await suite.api.inspect(Id)).Name, name).to.equal(`/${name.replace('/', '')}`);
    }
  });

  it('refuses other names with the rule', async () => {
    for (const name of ['a', '_a', '-a', '.a', 'a b', 'a/b', 'ü1', 'a@b', '//ab']) {
      const answer = await create({}, name);
      expect(answer.status, name).to.equal(400);
      expect(answer.message, name).to.equal(
        `Invalid container name (${name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`,
      );
    }
  });

  it('refuses a name in use, and names its holder', async () => {
    const holder = await suite.api.create({}, 'taken');
    const answer = await create({}, 'taken');
    expect(answer.status).to.equal(409);
    expect(answer.message).to.equal(
      `Conflict. The container name "/taken" is already in use by container "${holder}". ` +
        'You have to remove (or rename) that container to be able to reuse that name.',
    );
  });

  it('frees a name with its container', async () => {
    const first = await suite.api.create({}, 'reused');
    await suite.api.delete(`/containers/${first}`);
    expect((await create({}, 'reused')).status).to.equal(201);
  });

  it('invents a name of two words', async () => {
    const { Name } = await suite.api.inspect(await suite.api.create({}));
    expect(Name).to.match(/^\/[a-z]+_[a-z]+\d?$/);
  });

  it('answers 404 for an image that is not there', async () => {
    const answer = await create({ Image: 'no/such:image' });
    expect(answer.status).to.equal(404);
    expect(answer.message).to.equal('No such image: no/such:image');
    expect((await create({ Image: 'nosuch' })).message).to.equal('No such image: nosuch:latest');
  });

  it('takes the image by short id and keeps what was asked for', async () => {
    const { Id } = (await suite.api.get(`/images/${BUSYBOX}/json`)).json<{ Id: string }>();
    const short = Id.slice('sha256:'.length, 'sha256:'.length + 12);
    const container = await suite.api.inspect(await suite.api.create({ Image: short }));
    expect(container.Image).to.equal(Id);
    expect(container.Config.Image).to.equal(short);
  });

  it('merges the configuration of the image with what is asked for', async () => {
    const container = await suite.api.inspect(
      await suite.api.create({
        Cmd: ['echo', 'x'],
        Env: ['A=1', 'B'],
        Labels: { l: 'm' },
        WorkingDir: '/tmp',
      }),
    );
    expect(container.Config).to.deep.include({
      Cmd: ['echo', 'x'],
      Env: ['A=1', 'B', 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
      Labels: { l: 'm' },
      WorkingDir: '/tmp',
      Entrypoint: null,
    });
    expect(container).to.deep.include({ Path: 'echo', Args: ['x'] });
  });

  it('lets the environment asked for win over the image’s', async () => {
    const { stdout } = await suite.api.run({ Cmd: ['/bin/env'], Env: ['PATH=/elsewhere', 'EMPTY=', 'GONE'] });
    const lines = stdout.trim().split('\n');
    expect(lines).to.include.members(['PATH=/elsewhere', 'EMPTY=']);
    expect(lines.filter((line) => line.startsWith('GONE'))).to.deep.equal([]);
  });

  it('takes a command as one string', async () => {
    const container = await suite.api.inspect(await suite.api.create({ Cmd: 'true' }));
    expect(container.Config.Cmd).to.deep.equal(['true']);
  });

  it('drops the image’s command when an entrypoint is given', async () => {
    const container = await suite.api.inspect(await suite.api.create({ Entrypoint: ['/bin/echo'] }));
    expect(container).to.deep.include({ Path: '/bin/echo', Args: [] });
    expect(container.Config).to.deep.include({ Entrypoint: ['/bin/echo'], Cmd: null });
  });

  it('refuses an extra host, a port or a working directory that is none', async () => {
    const host = await create({ HostConfig: { ExtraHosts: ['nocolon'] } });
    expect(host.status).to.equal(400);
    expect(host.message).to.equal('bad format for add-host: "nocolon"');
    const port = await create({ HostConfig: { PortBindings: { '80/tcp': [{ HostPort: 'x' }] } } });
    expect(port.status).to.equal(400);
    expect(port.message).to.equal('invalid port specification: "x"');
    const directory = await create({ WorkingDir: 'relative' });
    expect(directory.status).to.equal(400);
    expect(directory.message).to.equal(
      "the working directory 'relative' is invalid, it needs to be an absolute path",
    );
  });

  it('refuses an unknown network mode at start, not before', async () => {
    const id = await suite.api.create({ HostConfig: { NetworkMode: 'nosuch' } });
    const answer = await suite.api.post(`/containers/${id}/start`);
    expect(answer.status).to.equal(404);
    expect(answer.message).to.match(/network nosuch not found$/);
  });

  it('refuses AutoRemove together with a restart policy', async () => {
    const answer = await create({ HostConfig: { AutoRemove: true, RestartPolicy: { Name: 'always' } } });
    expect(answer.status).to.equal(400);
    expect(answer.message).to.match(/^can't create 'AutoRemove' container with restart policy$/i);
  });

  it('refuses an unknown stop signal or runtime', async () => {
    const signal = await create({ StopSignal: 'SIGNONE' });
    expect(signal.status).to.equal(400);
    expect(signal.message.toLowerCase()).to.equal('invalid signal: signone');
    const runtime = await create({ HostConfig: { Runtime: 'nosuch' } });
    expect(runtime.status).to.equal(400);
    expect(runtime.message).to.equal(
      suite.versioned(
        '1.44',
        'reworded',
        'unknown or invalid runtime name: nosuch',
        'Unknown runtime specified nosuch',
      ),
    );
  });
});
