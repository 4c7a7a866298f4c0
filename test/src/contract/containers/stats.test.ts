import { containerStats } from '@arca/sdk';
import { expect } from 'chai';
import { it } from 'mocha';
import { JsonStream } from '../../harness/json-stream.js';
import { onEachEngine } from '../../harness/suite.js';

interface CpuStats {
  cpu_usage: { total_usage: number; usage_in_kernelmode: number; usage_in_usermode: number };
  system_cpu_usage?: number;
  online_cpus?: number;
  throttling_data: { periods: number; throttled_periods: number; throttled_time: number };
}

interface Stats {
  id: string;
  name: string;
  read: string;
  preread: string;
  num_procs: number;
  pids_stats: { current?: number; limit?: number };
  cpu_stats: CpuStats;
  precpu_stats: CpuStats;
  memory_stats: { usage?: number; limit?: number; stats?: Record<string, number> };
  blkio_stats: Record<string, unknown>;
  networks?: Record<string, Record<string, number>>;
}

const MB = 1024 * 1024;
const NEVER = '0001-01-01T00:00:00Z';

/** What `docker stats` shows as CPU %. */
function percentage({ cpu_stats: now, precpu_stats: before }: Stats): number {
  const used = now.cpu_usage.total_usage - before.cpu_usage.total_usage;
  const passed = now.system_cpu_usage! - before.system_cpu_usage!;
  return (used / passed) * now.online_cpus! * 100;
}

onEachEngine('GET /containers/{id}/stats', (suite) => {
  const once = async (id: string, query: Record<string, boolean> = {}) => {
    const answer = await suite.api.get(`/containers/${id}/stats`, { stream: false, ...query });
    return suite.api.expect(answer, 200).json<Stats>();
  };
  const spin = ['sh', '-c', 'while :; do :; done'];

  it('has what a container uses', async () => {
    const id = await suite.api.start(
      { Cmd: ['sleep', '600'], HostConfig: { Memory: 64 * MB, PidsLimit: 77 } },
      'counted',
    );
    const stats = await once(id);
    expect(stats).to.include({ id, name: '/counted', num_procs: 0 });
    expect(stats.pids_stats).to.deep.equal({ current: 1, limit: 77 });
    expect(stats.memory_stats.limit).to.equal(64 * MB);
    expect(stats.memory_stats.usage).to.be.within(1, 64 * MB);
    expect(stats.memory_stats.stats).to.be.an('object').that.is.not.empty;
    expect(Date.parse(stats.read)).to.be.greaterThan(Date.parse(stats.preread));
    expect(stats.networks).to.have.all.keys('eth0');
    expect(stats.networks!['eth0']).to.have.all.keys(
      ...['rx_bytes', 'rx_packets', 'rx_errors', 'rx_dropped'],
      ...['tx_bytes', 'tx_packets', 'tx_errors', 'tx_dropped'],
    );
    expect(stats.blkio_stats).to.include.all.keys('io_service_bytes_recursive', 'io_queue_recursive');
  });

  it('lets clients compute the CPU percentage of a known load', async () => {
    const id = await suite.api.start({ Cmd: spin, HostConfig: { CpuPeriod: 20_000, CpuQuota: 5000 } });
    await once(id); // past its start
    const stats = await once(id);
    expect(percentage(stats)).to.be.within(15, 32); // a quarter of a CPU
    expect(stats.cpu_stats.throttling_data.throttled_periods).to.be.greaterThan(0);
    expect(stats.cpu_stats.cpu_usage.usage_in_usermode).to.be.greaterThan(0);
  });

  it('takes the host’s memory for the limit of a container without one', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    const { MemTotal } = (await suite.api.get('/info')).json<{ MemTotal: number }>();
    expect((await once(id)).memory_stats.limit).to.equal(MemTotal);
  });

  it('goes on with samples, each with the one before it', async () => {
    const id = await suite.api.start({ Cmd: spin });
    const leave = new AbortController();
    const call = { client: suite.api.client, path: { id }, signal: leave.signal };
    const { data } = await containerStats({ ...call, throwOnError: true });
    const samples = new JsonStream(data as AsyncIterable<unknown> as AsyncIterable<Stats>, leave);
    const second = await samples.find(({ preread, read }) => preread !== NEVER && read !== NEVER);
    const first = samples.items[samples.items.indexOf(second) - 1]!;
    expect(second.preread).to.equal(first.read);
    expect(second.precpu_stats).to.deep.equal(first.cpu_stats);
    samples.destroy();
  });

  it('gives one sample at once when asked to, without another to compare it with', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    const stats = await once(id, { 'one-shot': true });
    expect(stats.preread).to.equal(NEVER);
    expect(stats.precpu_stats).not.to.have.property('system_cpu_usage');
    const refused = await suite.api.get(`/containers/${id}/stats`, { stream: true, 'one-shot': true });
    expect(refused.status).to.equal(400);
    expect(refused.message).to.equal('cannot have stream=true and one-shot=true');
  });

  it('has zeros for what does not run', async () => {
    const id = await suite.api.create({}, 'resting');
    const stats = await once(id);
    const cpu = {
      cpu_usage: { total_usage: 0, usage_in_kernelmode: 0, usage_in_usermode: 0 },
      throttling_data: { periods: 0, throttled_periods: 0, throttled_time: 0 },
    };
    expect(stats).to.deep.equal({
      ...{ id, name: '/resting', read: NEVER, preread: NEVER, num_procs: 0 },
      ...{ pids_stats: {}, memory_stats: {}, storage_stats: {}, cpu_stats: cpu, precpu_stats: cpu },
      blkio_stats: {
        io_service_bytes_recursive: null,
        io_serviced_recursive: null,
        io_queue_recursive: null,
        io_service_time_recursive: null,
        io_wait_time_recursive: null,
        io_merged_recursive: null,
        io_time_recursive: null,
        sectors_recursive: null,
      },
    });
  });

  it('has no networks of its own with the host’s network', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'], HostConfig: { NetworkMode: 'host' } });
    expect(await once(id)).not.to.have.property('networks');
  });

  it('ends the stream when the container is removed', async () => {
    const id = await suite.api.start({ Cmd: ['sleep', '600'] });
    const response = await suite.api.open('GET', `/containers/${id}/stats`);
    const ended = new Promise((resolve) => response.on('end', resolve).resume());
    await suite.api.delete(`/containers/${id}`, { force: true });
    await ended;
  });

  it('answers 404 for what is not there', async () => {
    expect((await suite.api.get('/containers/none/stats')).message).to.equal('No such container: none');
  });
});
