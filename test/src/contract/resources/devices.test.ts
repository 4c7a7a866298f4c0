import { expect } from 'chai';
import { it } from 'mocha';
import { readFileSync } from 'node:fs';
import type { CreateBody } from '../../harness/shapes.js';
import { onArca, onEachEngine } from '../../harness/suite.js';

const capabilities = /^CapEff:\s+(\w+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))![1]!;

onEachEngine('devices', (suite) => {
  const output = async (script: string, HostConfig: CreateBody['HostConfig']) =>
    (await suite.api.run({ Cmd: ['sh', '-c', script], HostConfig })).stdout;

  it('are in the container under the name and with the access that was asked for', async () => {
    const Devices = [{ PathOnHost: '/dev/loop0', PathInContainer: '/dev/mine', CgroupPermissions: 'r' }];
    const script =
      'stat -c "%F %t:%T" /dev/mine; head -c 0 /dev/mine && echo read; sh -c "exec 3<>/dev/mine" 2>&1';
    const lines = (await output(script, { Devices })).split('\n');
    expect(lines.slice(0, 2)).to.deep.equal(['block special file 7:0', 'read']);
    expect(lines[2]).to.match(/not permitted/);
  });

  it('are kept from a container that has not asked for them', async () => {
    const script = 'mknod /tmp/loop b 7 0 && head -c 0 /tmp/loop 2>&1; head -c 1 /dev/zero | wc -c';
    expect(await output(script, { Tmpfs: { '/tmp': 'dev' } })).to.match(/not permitted\n1\n$/);
  });

  it('can be allowed by number', async () => {
    const script = 'mknod /tmp/loop b 7 0 && head -c 0 /tmp/loop && echo read';
    const HostConfig = { Tmpfs: { '/tmp': 'dev' }, DeviceCgroupRules: ['b 7:* r'] };
    expect(await output(script, HostConfig)).to.equal('read\n');
  });

  it('fail the start when they are missing', async () => {
    const Devices = [{ PathOnHost: '/dev/none', PathInContainer: '/dev/none', CgroupPermissions: 'rwm' }];
    const id = await suite.api.create({ Cmd: ['true'], HostConfig: { Devices } } as object);
    const started = await suite.api.post(`/containers/${id}/start`);
    expect(started.status).to.equal(500);
    expect(started.text).to.match(
      /error gathering device information while adding custom device .*\/dev\/none.*no such file/,
    );
  });
});

// dockerd 20.10 asks for every capability that the kernel knows, and fails on a host that has not all of them.
onArca('privileged containers', (suite) => {
  const output = async (script: string, HostConfig: CreateBody['HostConfig']) =>
    (await suite.api.run({ Cmd: ['sh', '-c', script], HostConfig })).stdout;

  it('are all there in a privileged container, and nothing is forbidden', async () => {
    const script = [
      'grep -E "^(CapEff|Seccomp):" /proc/self/status',
      'ls /dev/loop0',
      'head -c 0 /dev/loop0 && echo read',
      'grep " /sys " /proc/self/mountinfo | cut -d " " -f 6 | cut -d , -f 1',
      'grep -c " /proc/" /proc/self/mountinfo',
    ].join('; ');
    const lines = (await output(script, { Privileged: true })).split('\n');
    expect(lines[0]).to.match(new RegExp(`^CapEff:\\s+${capabilities}$`));
    expect(lines[1]).to.match(/^Seccomp:\s+0$/);
    expect(lines.slice(2, 6)).to.deep.equal(['/dev/loop0', 'read', 'rw', '0']);
  });

  it('are all open to a privileged exec', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    const { stdout } = await suite.api.exec(id, ['grep', 'CapEff', '/proc/self/status'], {
      Privileged: true,
    } as object);
    expect(stdout).to.match(new RegExp(`^CapEff:\\s+${capabilities}\\n$`));
  });

  it('refuse bad device rules before a container is made', async () => {
    const HostConfig = { DeviceCgroupRules: ['c 1:3'] };
    const created = await suite.api.post('/containers/create', { Image: 'x', HostConfig });
    expect(created.status).to.be.oneOf([400, 404]);
    expect((await suite.api.get('/containers/json', { all: true })).json<unknown[]>()).to.deep.equal([]);
  });
});
