import { readlinkSync } from 'node:fs';
import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import type { HostConfig } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('namespaces', (suite) => {
  const start = async (HostConfig: HostConfig, name?: string) => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig }, name);
    const { Pid } = (await suite.api.inspect(id)).State;
    return { id, namespace: (kind: string) => readlinkSync(`/proc/${Pid}/ns/${kind}`) };
  };
  const host = (kind: string) => readlinkSync(`/proc/${suite.engine.pid}/ns/${kind}`);
  const refused = async (HostConfig: HostConfig) => {
    const body = { Image: BUSYBOX, Cmd: ['true'], HostConfig };
    const created = await suite.api.post('/containers/create', body);
    const { Id } = created.json<{ Id?: string }>();
    const answer = Id ? await suite.api.post(`/containers/${Id}/start`) : created;
    return `${answer.status} ${answer.status < 400 ? '' : answer.message}`;
  };

  it('are a container’s own by default', async () => {
    const one = await start({});
    const two = await start({});
    for (const kind of ['ipc', 'pid', 'uts', 'mnt', 'net']) {
      expect(one.namespace(kind), kind).to.not.equal(host(kind));
      expect(one.namespace(kind), kind).to.not.equal(two.namespace(kind));
    }
    expect(one.namespace('user')).to.equal(host('user'));
  });

  it('are the host’s where asked for', async () => {
    const modes = {
      IpcMode: 'host',
      PidMode: 'host',
      UTSMode: 'host',
      CgroupnsMode: 'host',
      UsernsMode: 'host',
    };
    const { id, namespace } = await start(modes);
    for (const kind of ['ipc', 'pid', 'uts', 'cgroup', 'user']) {
      expect(namespace(kind), kind).to.equal(host(kind));
    }
    expect((await suite.api.inspect(id)).HostConfig).to.include(modes);
  });

  it('of cgroups can be private', async () => {
    const { namespace } = await start({ CgroupnsMode: 'private' });
    expect(namespace('cgroup')).to.not.equal(host('cgroup'));
    expect(await refused({ CgroupnsMode: 'shoe' })).to.match(/^[45]00 invalid cgroup namespace mode: shoe/i);
  });

  it('of IPC are shared by who allows it', async () => {
    const giver = await start({ IpcMode: 'shareable' }, 'giver');
    const taker = await start({ IpcMode: 'container:giver' });
    expect(taker.namespace('ipc')).to.equal(giver.namespace('ipc'));
    await suite.api.exec(giver.id, ['sh', '-c', 'echo here > /dev/shm/note']);
    expect((await suite.api.exec(taker.id, ['cat', '/dev/shm/note'])).stdout).to.equal('here\n');
    const { id } = await start({ IpcMode: 'private' });
    expect(await refused({ IpcMode: `container:${id}` })).to.match(/^[45]\d\d .*non-shareable IPC/);
    expect(await refused({ IpcMode: 'container:none' })).to.match(/^[45]\d\d .*none/);
    expect(await refused({ IpcMode: 'shoe' })).to.match(/^[45]00 invalid IPC mode: shoe/i);
  });

  it('of IPC can be without shared memory', async () => {
    const { stdout } = await suite.api.run({ Cmd: ['cat', '/proc/mounts'], HostConfig: { IpcMode: 'none' } });
    expect(stdout).to.not.match(/ \/dev\/shm /);
  });

  it('of processes are shared with another container', async () => {
    const one = await start({}, 'one');
    const two = await start({ PidMode: 'container:one' });
    expect(two.namespace('pid')).to.equal(one.namespace('pid'));
    const { stdout } = await suite.api.exec(two.id, ['ps', '-o', 'pid,args']);
    expect(stdout).to.match(/^ *1 sleep 600$/m);
  });

  suite.since('1.42', 'an older engine takes any word', 'have the modes that there are', async () => {
    expect(await refused({ PidMode: 'shoe' })).to.match(/^400 invalid PID mode: shoe/i);
    expect(await refused({ UTSMode: 'shoe' })).to.match(/^400 invalid UTS mode: shoe/i);
    expect(await refused({ UsernsMode: 'shoe' })).to.match(/^400 invalid user(ns| namespace) mode: shoe/i);
  });
});
