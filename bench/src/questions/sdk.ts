import { Docker, demultiplex } from '@arca/sdk';
import { BUSYBOX, type Api } from '@arca/test';
import Dockerode from 'dockerode';
import { Readable, Writable } from 'node:stream';
import { median } from '../report.js';
import { hasApi, timed, type Question } from '../question.js';

/** What both clients do on the same daemon. */
interface Contender {
  ping(): Promise<unknown>;
  list(): Promise<unknown>;
  /** Attaches, starts the container, and reads its output to the end; gives the bytes of the output. */
  attach(id: string): Promise<number>;
}

const GIGABYTE = 1_000_000_000;

class Sdk implements Contender {
  private readonly docker: Docker;

  constructor(host: string) {
    this.docker = new Docker({ host });
  }

  ping = () => this.docker.ping();
  list = () => this.docker.containers.list({ all: true });

  async attach(id: string): Promise<number> {
    const container = await this.docker.containers.get(id);
    const attached = await container.attach({ stdin: false });
    await container.start();
    let received = 0;
    for await (const { data } of attached.output) received += data.length;
    return received;
  }
}

class Peer implements Contender {
  private readonly docker: Dockerode;

  constructor(host: string) {
    this.docker = new Dockerode({ socketPath: host.replace('unix://', '') });
  }

  ping = () => this.docker.ping();
  list = () => this.docker.listContainers({ all: true });

  async attach(id: string): Promise<number> {
    const container = this.docker.getContainer(id);
    const stream = await container.attach({ stream: true, stdout: true, stderr: true, hijack: true });
    await container.start();
    return demultiplexed(stream);
  }
}

/** By dockerode's `demuxStream`. */
async function demultiplexed(stream: NodeJS.ReadableStream): Promise<number> {
  let received = 0;
  const sink = () =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        received += chunk.length;
        done();
      },
    });
  new Dockerode().modem.demuxStream(stream, sink(), sink());
  await new Promise((resolve, reject) => stream.once('end', resolve).once('error', reject));
  return received;
}

/** The rate of the SDK as a multiple of dockerode's: both in turn, medians of five. */
async function ratio(
  name: string,
  measure: (contender: Contender) => Promise<number>,
  api: Api,
): Promise<number> {
  const contenders = [new Sdk(api.engine.host), new Peer(api.engine.host)];
  const rates: number[][] = [[], []];
  for (let round = 0; round < 5; round++)
    for (const [index, contender] of contenders.entries()) rates[index]!.push(await measure(contender));
  const [own, other] = rates.map(median) as [number, number];
  process.stderr.write(`${name}: ${own.toFixed(0)}/s, dockerode ${other.toFixed(0)}/s\n`);
  return own / other;
}

/** Calls a second, so many of them at a time. */
async function rate(call: () => Promise<unknown>, count: number, parallel: number): Promise<number> {
  let left = count;
  const worker = async () => {
    while (left-- > 0) await call();
  };
  return (count * 1000) / (await timed(() => Promise.all(Array.from({ length: parallel }, worker))));
}

const calls = (name: 'ping' | 'list', parallel: number): Question => ({
  name: `sdk-${name}-${parallel}`,
  asks: `${name} by the SDK, ${parallel} at a time: times the rate of dockerode on the same daemon`,
  ...{ unit: '×', rounds: 3, lower: false, answers: hasApi },
  measure: ({ api }) =>
    ratio(`${name}, ${parallel} at a time`, (one) => rate(() => one[name](), 500, parallel), api!.client),
});

/** Megabytes a second of a container's output, by each client. */
async function attached(contender: Contender, client: Api): Promise<number> {
  const id = await client.create({
    ...{ Image: BUSYBOX, Cmd: ['head', '-c', String(GIGABYTE), '/dev/zero'] },
    HostConfig: { NetworkMode: 'none', LogConfig: { Type: 'none', Config: {} } },
  });
  let received = 0;
  const took = await timed(async () => (received = await contender.attach(id)));
  await client.delete(`/containers/${id}`, { force: true });
  if (received !== GIGABYTE) throw new Error(`${received} bytes came`);
  return GIGABYTE / 1000 / took;
}

const attach: Question = {
  name: 'sdk-attach',
  asks: '1 GB attached and taken apart by the SDK: times the rate of dockerode on the same daemon',
  ...{ unit: '×', rounds: 1, lower: false, answers: hasApi },
  async measure({ api }) {
    const contenders = [new Sdk(api!.client.engine.host), new Peer(api!.client.engine.host)];
    const [own, other] = [
      await attached(contenders[0]!, api!.client),
      await attached(contenders[1]!, api!.client),
    ];
    process.stderr.write(`attach: ${own.toFixed(0)} MB/s, dockerode ${other.toFixed(0)} MB/s\n`);
    return own / other;
  },
};

/** Seconds of processor time that this process spends while a client reads 1 GB. */
async function spent(contender: Contender, client: Api): Promise<number> {
  const before = process.cpuUsage();
  await attached(contender, client);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

const effort: Question = {
  name: 'sdk-attach-cpu',
  asks: 'processor time of dockerode while 1 GB is attached and taken apart: times that of the SDK on the same daemon',
  ...{ unit: '×', rounds: 1, lower: false, answers: hasApi },
  async measure({ api }) {
    const { client } = api!;
    const own = await spent(new Sdk(client.engine.host), client);
    const other = await spent(new Peer(client.engine.host), client);
    process.stderr.write(`attach: ${own.toFixed(2)} s of the processor, dockerode ${other.toFixed(2)} s\n`);
    return other / own;
  },
};

/** What the peak of the process's memory grows by while 1 GB is attached and taken apart. */
const memory: Question = {
  name: 'sdk-attach-memory',
  asks: 'growth of the client’s resident memory while 1 GB is attached and taken apart by the SDK',
  ...{ unit: 'MB', rounds: 1, lower: true, answers: hasApi },
  async measure({ api }) {
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 10);
    await attached(new Sdk(api!.client.engine.host), api!.client);
    clearInterval(watch);
    return (peak - before) / 1_000_000;
  },
};

/** A multiplexed stream of 1 GB in pieces as a socket gives them. */
function* multiplexed(): Generator<Buffer> {
  const frame = Buffer.alloc(8 + 32 * 1024, 'x');
  frame.set([1, 0, 0, 0]);
  frame.writeUInt32BE(32 * 1024, 4);
  const block = Buffer.concat(Array.from({ length: 64 }, () => frame));
  for (let sent = 0; sent < GIGABYTE; sent += block.length)
    for (let at = 0; at < block.length; at += 65536) yield block.subarray(at, at + 65536);
}

const demux: Question = {
  name: 'sdk-demultiplex',
  asks: '1 GB in memory taken apart by the SDK: times the rate of dockerode’s demuxStream',
  ...{ unit: '×', rounds: 3, lower: false, answers: ({ name }) => name === 'arca' },
  async measure() {
    const stream = () => Readable.from(multiplexed(), { objectMode: false });
    const own = await timed(async () => {
      for await (const { data } of demultiplex(stream())) if (data.length === 0) throw new Error('empty');
    });
    const other = await timed(() => demultiplexed(stream()));
    process.stderr.write(
      `demultiplex: ${(1e6 / own).toFixed(0)} MB/s, dockerode ${(1e6 / other).toFixed(0)} MB/s\n`,
    );
    return other / own;
  },
};

export const questions = [
  ...[1, 32].flatMap((parallel) => [calls('ping', parallel), calls('list', parallel)]),
  ...[attach, effort, memory, demux],
];
