import { expect } from 'chai';
import { it } from 'mocha';
import { programStatus } from '../../harness/cgroup.js';
import type { CreateBody } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('the user of a container', (suite) => {
  /** Starts a container; its ids as the kernel shows them: effective uid and gid, supplementary groups. */
  const identity = async (body: CreateBody) => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'], ...body });
    const status = await programStatus((await suite.api.inspect(id)).State.Pid, 'sleep');
    const groups = status.Groups!.split(/\s+/).filter((group) => group !== '');
    return {
      uid: Number(status.Uid!.split(/\s+/)[1]),
      gid: Number(status.Gid!.split(/\s+/)[1]),
      groups: groups.map(Number).sort((a, b) => a - b),
    };
  };

  it('is root by default', async () => {
    expect(await identity({})).to.deep.equal({ uid: 0, gid: 0, groups: [0] });
  });

  // The image has app (1000:1000), which is in staff (50) and audio (29), too.
  const cases: [string, { uid: number; gid: number; groups: number[] }][] = [
    ['app', { uid: 1000, gid: 1000, groups: [29, 50, 1000] }],
    ['1000', { uid: 1000, gid: 1000, groups: [29, 50, 1000] }],
    ['app:app', { uid: 1000, gid: 1000, groups: [1000] }],
    ['app:audio', { uid: 1000, gid: 29, groups: [29] }],
    ['1000:1000', { uid: 1000, gid: 1000, groups: [1000] }],
    ['1000:audio', { uid: 1000, gid: 29, groups: [29] }],
    ['app:4711', { uid: 1000, gid: 4711, groups: [4711] }],
    ['4711', { uid: 4711, gid: 0, groups: [0] }],
    ['4711:4712', { uid: 4711, gid: 4712, groups: [4712] }],
    ['nobody', { uid: 65534, gid: 65534, groups: [65534] }],
  ];
  for (const [User, expected] of cases) {
    it(`takes "${User}"`, async () => {
      expect(await identity({ User })).to.deep.equal(expected);
    });
  }

  it('adds groups by name and number', async () => {
    const { groups, gid } = await identity({ User: 'app', HostConfig: { GroupAdd: ['daemon', '777'] } });
    expect(gid).to.equal(1000);
    expect(groups).to.include.members([1, 777, 29, 50]);
  });

  it('refuses at start a user or a group that is not there', async () => {
    const cases: [CreateBody, RegExp][] = [
      [{ User: 'nosuch' }, /unable to find user nosuch: no matching entries in passwd file$/],
      [{ User: 'app:nosuch' }, /unable to find group nosuch: no matching entries in group file$/],
      [{ HostConfig: { GroupAdd: ['nosuch'] } }, /[Uu]nable to find group nosuch/],
    ];
    for (const [body, text] of cases) {
      const id = await suite.api.create(body);
      const answer = await suite.api.post(`/containers/${id}/start`);
      expect(answer.status).to.equal(500);
      expect(answer.message).to.match(text);
      expect((await suite.api.inspect(id)).State).to.include({ Status: 'created', Running: false });
    }
  });

  it('takes users from the container’s own files, as they are at start', async () => {
    const id = await suite.api.create({
      Cmd: ['sh', '-c', 'id -u; echo new:x:1234:1234::/: >> /etc/passwd'],
    });
    await suite.api.post(`/containers/${id}/start`);
    await suite.api.wait(id);
    await suite.api.post(`/containers/${id}/start`);
    await suite.api.wait(id);
    expect((await suite.api.logs(id)).stdout).to.equal('0\n0\n');
  });

  it('sets HOME from the passwd file', async () => {
    expect((await suite.api.run({ User: 'app', Cmd: ['sh', '-c', 'echo $HOME'] })).stdout).to.equal(
      '/home/app\n',
    );
    expect((await suite.api.run({ User: '4711', Cmd: ['sh', '-c', 'echo $HOME'] })).stdout).to.equal('/\n');
    const own = await suite.api.run({ User: 'app', Env: ['HOME=/own'], Cmd: ['sh', '-c', 'echo $HOME'] });
    expect(own.stdout).to.equal('/own\n');
  });

  it('gives root the default capabilities and others none that count', async () => {
    const rootId = await suite.api.start({ Cmd: ['sleep', '600'] });
    const appId = await suite.api.start({ Cmd: ['sleep', '600'], User: 'app' });
    const root = await programStatus((await suite.api.inspect(rootId)).State.Pid, 'sleep');
    const app = await programStatus((await suite.api.inspect(appId)).State.Pid, 'sleep');
    expect(root).to.include({
      CapEff: '00000000a80425fb',
      CapBnd: '00000000a80425fb',
      NoNewPrivs: '0',
      Seccomp: '2',
    });
    expect(app).to.include({ CapEff: '0000000000000000', CapBnd: '00000000a80425fb', Seccomp: '2' });
  });
});
