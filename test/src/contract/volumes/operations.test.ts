import { expect } from 'chai';
import { before, it } from 'mocha';
import { existsSync } from 'node:fs';
import type { Answer } from '../../harness/http.js';
import { onEachEngine } from '../../harness/suite.js';

interface Volume {
  Name: string;
  Driver: string;
  Mountpoint: string;
  Labels: Record<string, string> | null;
  Options: Record<string, string> | null;
  Scope: string;
  CreatedAt: string;
}

onEachEngine('operations of volumes', (suite) => {
  const make = async (body: object): Promise<Volume> =>
    suite.api.expect(await suite.api.post('/volumes/create', body), 201).json<Volume>();
  const names = async (filters: object) => {
    const answer = await suite.api.get('/volumes', { filters: JSON.stringify(filters) });
    return suite.api
      .expect(answer, 200)
      .json<{ Volumes: Volume[] }>()
      .Volumes.map(({ Name }) => Name)
      .sort();
  };

  let unmade: Promise<Answer>;
  before('ask for a driver that is not there, which dockerd looks for during 15 s', () => {
    unmade = suite.api.post('/volumes/create', { Name: 'unmade', Driver: 'nosuch' });
  });

  it('make a volume, show it and remove it', async () => {
    const made = await make({ Name: 'first', Labels: { a: 'b' } });
    expect(made).to.deep.include({
      Name: 'first',
      Driver: 'local',
      Scope: 'local',
      Labels: { a: 'b' },
      Options: null,
    });
    expect(made.Mountpoint).to.match(/\/volumes\/first\/_data$/);
    expect(made.CreatedAt).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
    expect(existsSync(made.Mountpoint)).to.equal(true);
    const shown = await suite.api.get('/volumes/first');
    expect(suite.api.expect(shown, 200).json<Volume>()).to.deep.equal(made);
    expect((await suite.api.get('/volumes')).json<object>()).to.deep.equal({
      Volumes: [made],
      Warnings: null,
    });
    const removed = await suite.api.delete('/volumes/first');
    expect([removed.status, removed.text]).to.deep.equal([204, '']);
    expect(existsSync(made.Mountpoint)).to.equal(false);
  });

  it('give the volume that is there, and make up a name', async () => {
    const first = await make({ Name: 'again', Labels: { a: 'b' } });
    expect(await make({ Name: 'again', Labels: { c: 'd' } })).to.deep.equal(first);
    const { Name, Labels } = await make({});
    expect(Name).to.match(/^[0-9a-f]{64}$/);
    const label = { 'com.docker.volume.anonymous': '' };
    expect(Labels).to.deep.equal(suite.versioned('1.42', 'anonymous volumes have a label', label, null));
  });

  it('find volumes by name, label, driver and use', async () => {
    await make({ Name: 'red-one', Labels: { color: 'red' } });
    await make({ Name: 'blue-one', Labels: { color: 'blue' } });
    await suite.api.create({ HostConfig: { Binds: ['red-one:/data'] } });
    expect(await names({ name: ['one'] })).to.deep.equal(['blue-one', 'red-one']);
    expect(await names({ name: ['^red'] })).to.deep.equal(['red-one']);
    expect(await names({ label: ['color'] })).to.deep.equal(['blue-one', 'red-one']);
    expect(await names({ label: ['color=blue'] })).to.deep.equal(['blue-one']);
    expect(await names({ driver: ['local'] })).to.deep.equal(['blue-one', 'red-one']);
    expect(await names({ driver: ['other'] })).to.deep.equal([]);
    expect(await names({ dangling: ['true'] })).to.deep.equal(['blue-one']);
    expect(await names({ dangling: ['false'] })).to.deep.equal(['red-one']);
    const bad = await suite.api.get('/volumes', { filters: JSON.stringify({ size: ['1'] }) });
    expect(bad.status).to.equal(400);
  });

  it('keep a volume that a container has', async () => {
    await make({ Name: 'held' });
    const id = await suite.api.create({ HostConfig: { Binds: ['held:/data'] } });
    const refused = await suite.api.delete('/volumes/held', { force: true });
    expect(refused.status).to.equal(409);
    expect(refused.message).to.equal(`remove held: volume is in use - [${id}]`);
    suite.api.expect(await suite.api.delete(`/containers/${id}`, { v: true }), 204);
    suite.api.expect(await suite.api.delete('/volumes/held'), 204);
  });

  it('refuse what makes no sense', async () => {
    const cases: [object, number, RegExp][] = [
      [{ Name: 'a' }, 400, /^create a: volume name is too short/],
      [{ Name: 'a/b' }, 400, /^create a\/b: "a\/b" includes invalid characters for a local volume name/],
      [{ Name: 'bad', DriverOpts: { colour: 'red' } }, 400, /^create bad: invalid option: "colour"$/],
      [
        { Name: 'bad', DriverOpts: { device: 'tmpfs' } },
        400,
        /^create bad: missing required option: "type"$/,
      ],
    ];
    for (const [body, status, text] of cases) {
      const answer = await suite.api.post('/volumes/create', body);
      expect(answer.message, JSON.stringify(body)).to.match(text);
      expect(answer.status, JSON.stringify(body)).to.equal(status);
    }
    expect(await names({})).to.deep.equal([]);
    for (const method of ['GET', 'DELETE']) {
      const unknown = await suite.api.call(method, '/volumes/nosuch');
      expect([unknown.status, unknown.message]).to.deep.equal([404, 'get nosuch: no such volume']);
    }
    expect((await suite.api.delete('/volumes/nosuch', { force: true })).status).to.equal(204);
  });

  it('prune volumes that nobody has, and tell what that gave', async () => {
    await make({ Name: 'named', Labels: { keep: '' } });
    const { Name: anonymous, Mountpoint } = await make({});
    await suite.api.run({
      Cmd: ['sh', '-c', 'head -c 5000 /dev/zero > /v/file'],
      HostConfig: { Binds: [`${anonymous}:/v`] },
    });
    const prune = async (filters?: object) =>
      (
        await suite.api.post('/volumes/prune', undefined, { filters: filters && JSON.stringify(filters) })
      ).json<{
        VolumesDeleted: string[] | null;
        SpaceReclaimed: number;
      }>();
    expect((await prune({ 'label!': ['keep'] })).VolumesDeleted ?? []).to.deep.equal([]);
    for (const { Id } of (await suite.api.get('/containers/json', { all: true })).json<{ Id: string }[]>())
      await suite.api.delete(`/containers/${Id}`);
    expect(await prune({ 'label!': ['keep'] })).to.deep.equal({
      VolumesDeleted: [anonymous],
      SpaceReclaimed: 5000,
    });
    expect(existsSync(Mountpoint)).to.equal(false);
    const left = suite.versioned('1.42', 'named volumes are spared', ['named'], []);
    await prune();
    expect(await names({})).to.deep.equal(left);
    await prune(suite.versioned('1.42', 'all is a filter', { all: ['true'] }, {}));
    expect(await names({})).to.deep.equal([]);
  });

  it('count in system df', async () => {
    await make({ Name: 'counted' });
    await suite.api.run({
      Cmd: ['sh', '-c', 'head -c 3000 /dev/zero > /v/file'],
      HostConfig: { Binds: ['counted:/v'] },
    });
    const { Volumes } = (await suite.api.get('/system/df')).json<{ Volumes: { UsageData: object }[] }>();
    expect(Volumes.map(({ UsageData }) => UsageData)).to.deep.equal([{ RefCount: 1, Size: 3000 }]);
  });

  it('tell events', async () => {
    const since = Date.now() / 1000 - 1;
    await make({ Name: 'told' });
    const { id } = await suite.api.run({ Cmd: ['true'], HostConfig: { Binds: ['told:/v:ro'] } });
    await suite.api.delete(`/containers/${id}`);
    await suite.api.delete('/volumes/told');
    const events = await suite.api.get('/events', {
      ...{
        since,
        until: Date.now() / 1000 + 1,
        filters: JSON.stringify({ type: ['volume'], volume: ['told'] }),
      },
    });
    const told = events.text
      .trim()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as { Action: string; Actor: { ID: string; Attributes: Record<string, string> } },
      );
    const again = suite.versioned('1.42', 'a volume that is there is not created again', [], ['create']);
    expect(told.map(({ Action }) => Action)).to.deep.equal([
      'create',
      ...again,
      'mount',
      'unmount',
      'destroy',
    ]);
    told.splice(1, again.length);
    expect(told[0]!.Actor).to.deep.equal({ ID: 'told', Attributes: { driver: 'local' } });
    expect(told[1]!.Actor.Attributes).to.deep.equal({
      ...{ driver: 'local', container: id, destination: '/v', propagation: '', 'read/write': 'false' },
    });
    expect(told[2]!.Actor.Attributes).to.deep.equal({ driver: 'local', container: id });
  });

  it('make none by a driver that is not there', async () => {
    const { status, message } = await unmade;
    const text = 'create unmade: error looking up volume plugin nosuch: plugin "nosuch" not found';
    expect({ status, message }).to.deep.equal({ status: 404, message: text });
    expect(await names({})).to.deep.equal([]);
  });
});
