import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { expectShape } from '../../harness/shape.js';
import type { ContainerSummary } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('GET /containers/json', (suite) => {
  const list = async (query: object = {}): Promise<ContainerSummary[]> => {
    const answer = await suite.api.get('/containers/json', query as Record<string, string>);
    return suite.api.expect(answer, 200).json<ContainerSummary[]>();
  };
  const names = async (filters: object, query = {}): Promise<string[]> =>
    (await list({ all: true, filters, ...query })).map((container) => container.Names[0]!.slice(1));

  it('is an empty list when nothing is there', async () => {
    expect(await list()).to.deep.equal([]);
    expect(await list({ all: true })).to.deep.equal([]);
  });

  it('lists running containers, and all on demand, newest first', async () => {
    await suite.api.create({}, 'never-ran');
    await suite.api.run({ Cmd: ['true'] }, 'ended');
    await suite.api.start({ Cmd: ['sleep', '600'] }, 'running');
    expect((await list()).map((one) => one.Names)).to.deep.equal([['/running']]);
    expect((await list({ all: 1 })).map((one) => one.Names[0])).to.deep.equal([
      '/running',
      '/ended',
      '/never-ran',
    ]);
    expect((await list({ limit: 2 })).map((one) => one.Names[0])).to.deep.equal(['/running', '/ended']);
  });

  it('has every field of ContainerSummary', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'], Labels: { a: 'b' } }, 'listed');
    const inspected = await suite.api.inspect(id);
    const [container] = await list();
    expectShape(
      container!,
      {
        Id: 'string',
        Names: 'string[]',
        Image: 'string',
        ImageID: 'string',
        Command: 'string',
        Created: 'number',
        Ports: 'object[]',
        Labels: 'object',
        State: 'string',
        Status: 'string',
        HostConfig: 'object',
        NetworkSettings: 'object',
        Mounts: 'object[]',
      },
      'container',
    );
    expect(container).to.deep.include({
      ...{ Id: id, Names: ['/listed'], Image: BUSYBOX, ImageID: inspected.Image, Command: 'sleep 600' },
      ...{ Created: Math.floor(Date.parse(inspected.Created) / 1000), Labels: { a: 'b' }, State: 'running' },
    });
    expect(container!.Status).to.match(/^Up (Less than a second|\d+ seconds?)$/);
    const { bridge } = (container!.NetworkSettings as { Networks: Record<string, { IPAddress: string }> })
      .Networks;
    expect(bridge!.IPAddress).to.equal(inspected.NetworkSettings.Networks.bridge!.IPAddress);
  });

  it('puts state and status into words', async () => {
    await suite.api.create({}, 'created');
    await suite.api.run({ Cmd: ['sh', '-c', 'exit 3'] }, 'exited');
    const [exited, created] = await list({ all: true });
    expect(created).to.include({ State: 'created', Status: 'Created' });
    expect(exited!.State).to.equal('exited');
    expect(exited!.Status).to.match(/^Exited \(3\) (Less than a second|\d+ seconds?) ago$/);
  });

  it('shortens nothing and quotes arguments in the command', async () => {
    await suite.api.create({ Cmd: ['sh', '-c', 'echo a b'] });
    expect((await list({ all: true }))[0]!.Command).to.equal("sh -c 'echo a b'");
  });

  it('filters by name, id, label, status, exited and ancestor', async () => {
    const id = await suite.api.create({ Labels: { kind: 'x', k: 'v' } }, 'filter-one');
    await suite.api.run({ Cmd: ['sh', '-c', 'exit 9'], Labels: { kind: 'y' } }, 'filter-two');
    await suite.api.start({ Cmd: ['sleep', '600'] }, 'other');
    expect(await names({ name: ['filter'] })).to.have.members(['filter-one', 'filter-two']);
    expect(await names({ name: ['^/filter-one$'] })).to.deep.equal(['filter-one']);
    expect(await names({ name: ['one', 'other'] })).to.have.members(['filter-one', 'other']);
    expect(await names({ id: [id] })).to.deep.equal(['filter-one']);
    expect(await names({ id: [id.slice(0, 12)] })).to.deep.equal(['filter-one']);
    expect(await names({ label: ['kind'] })).to.have.members(['filter-one', 'filter-two']);
    expect(await names({ label: ['kind=x', 'k=v'] })).to.deep.equal(['filter-one']);
    expect(await names({ label: ['kind=x', 'k=w'] })).to.deep.equal([]);
    expect(await names({ status: ['created', 'running'] })).to.have.members(['filter-one', 'other']);
    expect(await names({ exited: ['9'] })).to.deep.equal(['filter-two']);
    expect(await names({ ancestor: [BUSYBOX] })).to.have.length(3);
    expect(await names({ ancestor: ['nosuch'] })).to.deep.equal([]);
    expect(await names({ network: ['bridge'] })).to.have.length(3);
    expect(await names({ 'is-task': ['true'] })).to.deep.equal([]);
  });

  it('shows stopped ones without "all" when a status is asked for', async () => {
    await suite.api.create({}, 'only-created');
    expect((await list({ filters: { status: ['created'] } })).map((one) => one.Names[0])).to.deep.equal([
      '/only-created',
    ]);
  });

  it('filters by what came before and since', async () => {
    for (const name of ['first', 'second', 'third']) await suite.api.create({}, name);
    expect(await names({ before: ['third'] })).to.deep.equal(['second', 'first']);
    expect(await names({ since: ['first'] })).to.deep.equal(['third', 'second']);
    const missing = await suite.api.get('/containers/json', { filters: { before: ['nosuch'] } });
    expect(missing.status).to.equal(suite.versioned('1.44', 'what is missing is not found', 404, 500));
    expect(missing.message).to.match(/no such container:? nosuch/i);
  });

  it('takes filters as a map of true values, too', async () => {
    await suite.api.create({}, 'mapped');
    expect(await names({ name: { mapped: true } })).to.deep.equal(['mapped']);
  });

  it('refuses unknown filters and values', async () => {
    for (const filters of [{ nonsense: ['x'] }, { status: ['flying'] }]) {
      const answer = await suite.api.get('/containers/json', { filters });
      expect(answer.status, JSON.stringify(filters)).to.equal(400);
      expect(answer.message).to.match(/^invalid filter '(nonsense|status=flying)'/i);
    }
    const exited = await suite.api.get('/containers/json', { filters: { exited: ['many'] } });
    expect(exited.status).to.equal(suite.versioned('1.44', 'became the client’s fault', 400, 500));
    expect(exited.message).to.include('strconv.Atoi: parsing "many": invalid syntax');
  });

  it('adds sizes on demand', async () => {
    await suite.api.run({ Cmd: ['sh', '-c', 'head -c 5000 /dev/zero > /file'] });
    expect((await list({ all: true }))[0]).to.not.have.any.keys('SizeRw', 'SizeRootFs');
    const [sized] = await list({ all: true, size: true });
    expect(sized!.SizeRw).to.be.at.least(5000);
    expect(sized!.SizeRootFs).to.be.greaterThan(sized!.SizeRw as number);
  });
});
