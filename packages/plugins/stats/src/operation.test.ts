import { AgentError, BlockIoKind, ContainerStatsSchema, create, type Agent } from '@arca/agent-proto';
import { never, type ContainerRecord } from '@arca/plugin-kit';
import {
  containerRecord,
  knownContainers,
  recordedCall,
  type CallOptions,
  type RecordOptions,
} from '@arca/plugin-kit/testing';
import { expect } from 'chai';
import { stats } from './operation.js';
import type { Sample } from './sample.js';

/** What a busy half of one of two CPUs looks like, `second` seconds after the start. */
const usage = (second: number, cgroupVersion = 1) =>
  create(ContainerStatsSchema, {
    readAt: 1_700_000_000_000 + second * 1000,
    cgroupVersion,
    cpu: {
      total: second * 5e8,
      user: second * 4e8,
      system: second * 1e8,
      perCpu: cgroupVersion === 1 ? [second * 5e8, 0] : [],
      hostTotal: second * 2e9,
      onlineCpus: 2,
    },
    memory: { usage: 4096, limit: 8192, details: { total_inactive_file: 1024 } },
    pids: { current: 1 },
    blockIo: [{ kind: BlockIoKind.BYTES, major: 8, minor: 0, operation: 'Read', value: 512 }],
    networks: { eth0: { rxBytes: 7 }, tunl0: {} },
  });

interface World extends RecordOptions {
  cgroupVersion?: number;
  others?: ContainerRecord[];
}

function world({ cgroupVersion, others = [], ...options }: World = {}) {
  let taken = 0;
  let ended = false;
  const record = containerRecord({ name: 'web', state: { status: 'running' }, ...options });
  const records = [record, ...others];
  const observation = {
    stats() {
      if (ended) throw new AgentError('NOT_FOUND', 'ended');
      return Promise.resolve(usage(++taken, cgroupVersion));
    },
  };
  const operation = stats(knownContainers(records), { observation } as unknown as Agent);
  const call = (params: { stream?: boolean; 'one-shot'?: boolean }, to?: CallOptions) =>
    operation({ params: { id: 'web', ...params }, body: undefined }, recordedCall(to));
  const once = async () => (await call({ stream: false, 'one-shot': true })) as Sample;
  return { record, call, once, end: () => (ended = true), remove: () => records.shift() };
}

describe('stats', () => {
  it('tells a second’s difference, from which clients compute the percentage', async () => {
    const sample = (await world().call({ stream: false })) as Required<Sample>;
    const cpu = sample.cpu_stats!;
    const before = sample.precpu_stats!;
    const used = cpu.cpu_usage!.total_usage! - before.cpu_usage!.total_usage!;
    const passed = cpu.system_cpu_usage! - before.system_cpu_usage!;
    expect((used / passed) * cpu.online_cpus! * 100).to.equal(50);
    expect(sample).to.include({ read: '2023-11-14T22:13:22Z', preread: '2023-11-14T22:13:21Z' });
  });

  it('has every field of a container that runs', async () => {
    const { once, record } = world();
    const sample = await once();
    expect(sample).to.include({ name: '/web', id: record.id, num_procs: 0, preread: never });
    expect(sample.memory_stats).to.deep.equal({
      usage: 4096,
      limit: 8192,
      stats: { total_inactive_file: 1024 },
    });
    expect(sample.pids_stats).to.deep.equal({ current: 1 });
    expect(sample.blkio_stats).to.deep.include({
      io_service_bytes_recursive: [{ major: 8, minor: 0, op: 'Read', value: 512 }],
      io_serviced_recursive: [],
    });
    expect(Object.keys(sample.networks!)).to.deep.equal(['eth0']);
    expect(sample.networks!['eth0']).to.include({ rx_bytes: 7, tx_bytes: 0 });
  });

  it('writes the absent limit of cgroup version 2 as dockerd does, and nulls', async () => {
    const sample = await world({ cgroupVersion: 2 }).once();
    expect(JSON.stringify(sample.pids_stats)).to.equal('{"current":1,"limit":18446744073709551615}');
    expect(sample.blkio_stats!.io_serviced_recursive).to.equal(null);
    expect(sample.cpu_stats!.cpu_usage).not.to.have.property('percpu_usage');
  });

  it('has zeros for a container that does not run, or ends just now', async () => {
    const stopped = (await world({ state: { status: 'exited' } }).call({ stream: false })) as Sample;
    const { once, end } = world();
    end();
    for (const sample of [stopped, await once()]) {
      expect(sample).to.deep.include({ read: never, preread: never, memory_stats: {}, name: '/web' });
      expect(sample).not.to.have.property('networks');
      expect(sample.cpu_stats!.cpu_usage).to.deep.equal({
        ...{ total_usage: 0, usage_in_kernelmode: 0, usage_in_usermode: 0 },
      });
    }
  });

  it('has no networks of its own with the host’s, also by way of another container', async () => {
    const body = (NetworkMode: string) => ({ HostConfig: { NetworkMode } });
    const other = containerRecord({ id: 'ab'.repeat(32), name: 'other', body: body('host') });
    expect(await world({ body: body('host') }).once()).not.to.have.property('networks');
    const joined = await world({ body: body(`container:${other.id}`), others: [other] }).once();
    expect(joined).not.to.have.property('networks');
  });

  it('ends when the container is removed', async () => {
    const { call, remove } = world();
    const samples = (await call({})) as AsyncIterable<Sample>;
    const reads: (string | undefined)[] = [];
    for await (const sample of samples) {
      reads.push(sample.read);
      remove();
    }
    expect(reads).to.deep.equal(['2023-11-14T22:13:21Z']);
  });

  it('ends with the client', async () => {
    const client = new AbortController();
    const samples = (await world().call({}, { signal: client.signal })) as AsyncIterable<Sample>;
    for await (const _sample of samples) client.abort();
  });

  it('refuses one shot of a stream; older clients did not know it', async () => {
    const { call } = world();
    const refused = await call({ stream: true, 'one-shot': true }).catch((error: unknown) => error);
    expect(refused).to.include({
      kind: 'InvalidParameter',
      message: 'cannot have stream=true and one-shot=true',
    });
    expect(await call({ stream: true, 'one-shot': true }, { apiVersion: '1.40' })).to.respondTo('next');
  });
});
