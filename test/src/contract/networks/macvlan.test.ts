import { expect } from 'chai';
import { it } from 'mocha';
import { must } from '../../harness/command.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('macvlan networks', (suite) => {
  it('put containers on the link of an interface of the host', async () => {
    const [parent, beyond] = [`mv${suite.kind.slice(0, 4)}`, 'macvlan-beyond'];
    await must('ip', ['netns', 'add', beyond]);
    try {
      const plug = async () => {
        await must('ip', ['link', 'add', parent, 'type', 'veth', 'peer', 'name', 'lan0', 'netns', beyond]);
        await must('ip', ['link', 'set', parent, 'up']);
      };
      await plug();
      await must('ip', ['-n', beyond, 'address', 'add', '10.75.1.200/24', 'dev', 'lan0']);
      await must('ip', ['-n', beyond, 'link', 'set', 'lan0', 'up']);
      const body = {
        ...{ Name: 'lan', Driver: 'macvlan', Options: { parent } },
        IPAM: { Config: [{ Subnet: '10.75.1.0/24', Gateway: '10.75.1.200' }] },
      };
      suite.api.expect(await suite.api.post('/networks/create', body), 201);
      const start = () => suite.api.start({ Cmd: ['sleep', '600'], HostConfig: { NetworkMode: 'lan' } });
      const [one, two] = [await start(), await start()];
      const { lan } = (await suite.api.inspect(two)).NetworkSettings.Networks;
      expect(lan).to.deep.include({ IPAddress: '10.75.1.2', Gateway: '10.75.1.200' });
      const inside = (await suite.api.exec(two, ['cat', '/sys/class/net/eth0/address'])).stdout.trim();
      expect(inside).to.equal(lan!.MacAddress);
      for (const address of ['10.75.1.2', '10.75.1.200']) {
        const { code } = await suite.api.exec(one, ['ping', '-c', '1', '-W', '5', address]);
        expect(code, address).to.equal(0);
      }
      expect((await suite.api.exec(one, ['ip', 'route'])).stdout).to.include('default via 10.75.1.200 ');
      suite.api.expect(await suite.api.post('/networks/lan/disconnect', { Container: two }), 200);
      expect((await suite.api.exec(two, ['ls', '/sys/class/net'])).stdout).to.not.include('eth0');
      suite.api.expect(await suite.api.post('/networks/lan/connect', { Container: two }), 200);
      expect((await suite.api.exec(two, ['ping', '-c', '1', '-W', '5', '10.75.1.1'])).code).to.equal(0);
      await suite.api.wipe();
      expect(await must('ip', ['-o', 'link', 'show', parent])).to.include('UP');
      // One of the same name that comes later is another.
      await must('ip', ['link', 'delete', parent]);
      await plug();
      suite.api.expect(await suite.api.post('/networks/create', body), 201);
      await start();
      await suite.api.wipe();
    } finally {
      await must('ip', ['netns', 'delete', beyond]);
    }
  });

  it('refuse modes and parents that there are not', async () => {
    const create = (Options: object) =>
      suite.api.post('/networks/create', { Name: 'bad', Driver: 'macvlan', Options });
    for (const [options, text] of [
      [{ macvlan_mode: 'odd' }, /^requested macvlan mode 'odd' is not valid, 'bridge' mode is the macvlan/],
      [{ parent: 'lo' }, /^loopback interface is not a valid macvlan parent link$/],
      [{ parent: 'nosuch' }, /^invalid subinterface vlan name nosuch, example formatting is eth0\.10$/],
    ] as const) {
      const answer = await create(options);
      expect(answer.status).to.be.oneOf([400, 500]);
      expect(answer.message).to.match(text);
    }
    expect((await suite.api.get('/networks/bad')).status).to.equal(404);
  });
});
