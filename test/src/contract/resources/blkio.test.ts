import { expect } from 'chai';
import { it } from 'mocha';
import { existsSync, readFileSync } from 'node:fs';
import { BUSYBOX } from '../../harness/busybox.js';
import { onEachEngine } from '../../harness/suite.js';

/** A limit as the kernel has it: of cgroup v1 by file, of v2 by name in `io.max`. */
function limitOf(pid: number, file: string, name: string): string | undefined {
  const line = readFileSync(`/proc/${pid}/cgroup`, 'utf8')
    .split('\n')
    .find((text) => text.split(':')[1] === 'blkio');
  const root = line ? '/sys/fs/cgroup/blkio' : '/sys/fs/cgroup';
  const path = line?.split(':')[2] ?? readFileSync(`/proc/${pid}/cgroup`, 'utf8').split('::')[1]!.trim();
  const text = readFileSync(`${root}${path}/${line ? `blkio.throttle.${file}` : 'io.max'}`, 'utf8');
  return new RegExp(line ? `^7:0 (\\d+)$` : `^7:0 .*${name}=(\\d+)`, 'm').exec(text)?.[1];
}

onEachEngine('block device limits', (suite) => {
  it('are set in the kernel for the device', async () => {
    const limit = (Rate: number) => [{ Path: '/dev/loop0', Rate }];
    const HostConfig = {
      ...{ BlkioDeviceReadBps: limit(1_048_576), BlkioDeviceWriteBps: limit(2_097_152) },
      ...{ BlkioDeviceReadIOps: limit(100), BlkioDeviceWriteIOps: limit(200) },
    };
    const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig } as object);
    const { Pid } = (await suite.api.inspect(id)).State;
    expect([
      limitOf(Pid, 'read_bps_device', 'rbps'),
      limitOf(Pid, 'write_bps_device', 'wbps'),
      limitOf(Pid, 'read_iops_device', 'riops'),
      limitOf(Pid, 'write_iops_device', 'wiops'),
    ]).to.deep.equal(['1048576', '2097152', '100', '200']);
  });

  it('weigh where the kernel can, and warn where it cannot', async () => {
    const body = { Image: BUSYBOX, Cmd: ['sleep', '600'], HostConfig: { BlkioWeight: 300 } };
    const created = suite.api.expect(await suite.api.post('/containers/create', body), 201);
    const { Id, Warnings } = created.json<{ Id: string; Warnings: string[] | null }>();
    const supported =
      existsSync('/sys/fs/cgroup/blkio/blkio.weight') || existsSync('/sys/fs/cgroup/cgroup.controllers');
    if (!supported) expect(Warnings!.join()).to.match(/does not support Block I\/O weight/);
    suite.api.expect(await suite.api.post(`/containers/${Id}/start`), 204);
  });

  it('need a device that is there', async () => {
    const HostConfig = { BlkioDeviceReadBps: [{ Path: '/dev/none', Rate: 1 }] };
    const created = await suite.api.post('/containers/create', { Image: BUSYBOX, Cmd: ['true'], HostConfig });
    const { Id } = created.json<{ Id?: string }>();
    const refused = Id ? await suite.api.post(`/containers/${Id}/start`) : created;
    expect(refused.status).to.be.greaterThan(399);
    expect(refused.text).to.match(/no such file or directory/);
  });
});
