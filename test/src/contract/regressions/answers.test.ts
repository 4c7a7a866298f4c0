import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { onEachEngine } from '../../harness/suite.js';

type Fields = Record<string, Record<string, unknown>>;

/** Answers that other engines of Docker's API have been seen to get wrong; each title names the fault. */
onEachEngine('regressions of answers', (suite) => {
  const inspect = async (id: string) =>
    suite.api.expect(await suite.api.get(`/containers/${id}/json`), 200).json<Fields>();

  it('name in place of network id', async () => {
    const name = `regression-${Date.now()}`;
    const created = await suite.api.post('/networks/create', { Name: name });
    const { Id } = suite.api.expect(created, 201).json<{ Id: string }>();
    try {
      const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig: { NetworkMode: name } });
      const { Networks } = (await inspect(id)).NetworkSettings as {
        Networks: Record<string, { NetworkID: string }>;
      };
      expect(Networks[name]!.NetworkID).to.equal(Id);
      const [listed] = (await suite.api.get('/containers/json')).json<
        { NetworkSettings: { Networks: typeof Networks } }[]
      >();
      expect(listed!.NetworkSettings.Networks[name]!.NetworkID).to.equal(Id);
    } finally {
      await suite.api.wipe();
      await suite.api.delete(`/networks/${name}`);
    }
  });

  it('null where clients expect objects', async () => {
    const id = await suite.api.create({ Cmd: ['true'] });
    const { Config, HostConfig, NetworkSettings, Mounts } = await inspect(id);
    expect(Config!.Labels).to.deep.equal({});
    expect(NetworkSettings!.Ports).to.deep.equal({});
    expect(NetworkSettings!.Networks).to.be.an('object');
    expect(Mounts).to.deep.equal([]);
    expect((HostConfig!.LogConfig as Fields).Config).to.deep.equal({});
    const [listed] = (await suite.api.get('/containers/json', { all: true })).json<Fields[]>();
    expect(listed).to.deep.include({ Labels: {}, Ports: [], Mounts: [] });
  });

  it('CMD-SHELL doubled', async () => {
    const Test = ['CMD-SHELL', 'exit 0'];
    const id = await suite.api.create({ Cmd: ['true'], Healthcheck: { Test } } as object);
    expect(((await inspect(id)).Config!.Healthcheck as Fields).Test).to.deep.equal(Test);
  });

  it('states Docker does not have', async () => {
    const id = await suite.api.create({ Cmd: ['sleep', '600'] });
    const states = async () => [
      (await inspect(id)).State!.Status,
      (await suite.api.get('/containers/json', { all: true })).json<{ State: string }[]>()[0]!.State,
    ];
    expect(await states()).to.deep.equal(['created', 'created']);
    for (const [action, state] of [
      ['start', 'running'],
      ['pause', 'paused'],
      ['unpause', 'running'],
      ['kill', 'exited'],
    ] as const) {
      suite.api.expect(await suite.api.post(`/containers/${id}/${action}`), 204);
      if (action === 'kill') await suite.api.wait(id);
      expect(await states(), action).to.deep.equal([state, state]);
    }
  });

  it('short ids refused', async () => {
    const id = await suite.api.create({ Cmd: ['true'] });
    for (const length of [12, 6]) expect((await inspect(id.slice(0, length))).Id).to.equal(id);
    suite.api.expect(await suite.api.post(`/containers/${id.slice(0, 12)}/start`), 204);
    await suite.api.wait(id.slice(0, 12));
  });

  it('a 16 KB limit on create', async () => {
    const Env = Array.from({ length: 400 }, (_, index) => `V${index}=${'x'.repeat(500)}`);
    const { stdout } = await suite.api.run({ Env, Cmd: ['sh', '-c', 'echo ${#V399}'] });
    expect(stdout).to.equal('500\n');
  });

  it('plain-text 404', async () => {
    for (const path of ['/containers/none/json', '/no/such/path']) {
      const answer = await suite.api.get(path);
      expect(answer.status).to.equal(404);
      expect(answer.headers['content-type']).to.match(/^application\/json/);
      expect(answer.json<{ message: string }>().message).to.be.a('string').and.not.equal('');
    }
  });

  it('Runtime and DeviceRequests accepted and ignored', async () => {
    const attempt = async (HostConfig: object): Promise<string> => {
      const body = { Image: BUSYBOX, Cmd: ['true'], HostConfig };
      const created = await suite.api.post('/containers/create', body);
      if (created.status !== 201) return created.text;
      const started = await suite.api.post(`/containers/${created.json<{ Id: string }>().Id}/start`);
      expect(started.status, 'it started').to.be.greaterThan(399);
      return started.text;
    };
    expect(await attempt({ Runtime: 'none-of-these' })).to.match(/none-of-these/);
    const request = { Driver: '', Count: -1, Capabilities: [['gpu']] };
    expect(await attempt({ DeviceRequests: [request] })).to.match(/device/i);
  });

  it('compose recreating unchanged services', async () => {
    // Compose compares these with what it would make.
    const Labels = {
      'com.docker.compose.project': 'p',
      'com.docker.compose.service': 's',
      'com.docker.compose.config-hash': 'e5d1b4b3c2a1',
      'com.docker.compose.oneoff': 'False',
    };
    const id = await suite.api.create({ Cmd: ['true'], Labels } as object);
    const container = await inspect(id);
    expect(container.Config!.Labels).to.deep.equal(Labels);
    const image = (await suite.api.get(`/images/${BUSYBOX}/json`)).json<{ Id: string }>();
    expect(container.Image).to.equal(image.Id);
    const filters = JSON.stringify({ label: Object.entries(Labels).map((pair) => pair.join('=')) });
    const listed = (await suite.api.get('/containers/json', { all: true, filters })).json<
      { Id: string; ImageID: string }[]
    >();
    expect(listed.map(({ Id, ImageID }) => [Id, ImageID])).to.deep.equal([[id, image.Id]]);
  });
});
