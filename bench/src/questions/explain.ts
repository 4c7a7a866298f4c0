import { BUSYBOX, request } from '@arca/test';
import { median } from '../report.js';
import { timed, type Question } from '../question.js';

const mib = 1024 * 1024;
const device = (Rate: number) => [{ Path: '/dev/null', Rate }];

/** A create body with a value for nearly every field that a container on this host can have. */
const body = {
  ...{ Image: BUSYBOX, Cmd: ['-c', 'true'], Entrypoint: ['sh'], Env: ['A=1', 'B=2'], User: '1000:1000' },
  ...{ WorkingDir: '/tmp', Hostname: 'host1', Domainname: 'example.test', Tty: true, OpenStdin: true },
  ...{ Labels: { one: '1', two: '2' }, ExposedPorts: { '80/tcp': {} }, StopSignal: 'USR1', StopTimeout: 3 },
  Healthcheck: { Test: ['CMD', 'true'], Interval: 1e9, Timeout: 1e9, Retries: 2 },
  HostConfig: {
    ...{ Memory: 64 * mib, MemorySwap: 128 * mib, MemoryReservation: 32 * mib, ShmSize: 8 * mib },
    ...{ NanoCpus: 5e8, CpuShares: 512, CpusetCpus: '0', CpusetMems: '0', PidsLimit: 50, OomScoreAdj: 100 },
    ...{ BlkioDeviceReadIOps: device(10), CapAdd: ['NET_ADMIN'], CapDrop: ['MKNOD'], GroupAdd: ['audio'] },
    ...{ Devices: [{ PathOnHost: '/dev/null', PathInContainer: '/dev/nothing', CgroupPermissions: 'r' }] },
    ...{ DeviceCgroupRules: ['c 1:3 rwm'], SecurityOpt: ['no-new-privileges'], ReadonlyRootfs: true },
    ...{ Binds: ['/tmp:/bound:ro'], Tmpfs: { '/scratch': 'size=4m' }, Init: true, IpcMode: 'shareable' },
    ...{ Mounts: [{ Type: 'tmpfs', Target: '/more' }], Sysctls: { 'net.ipv4.ip_local_port_range': '2 3' } },
    ...{ Ulimits: [{ Name: 'nofile', Soft: 100, Hard: 200 }], Annotations: { a: 'b' }, Dns: ['192.0.2.1'] },
    ...{ ExtraHosts: ['other:10.9.8.7'], PortBindings: { '80/tcp': [{ HostPort: '8080' }] } },
    ...{ RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 }, LogConfig: { Type: 'json-file' } },
  },
};

const explain: Question = {
  name: 'explain',
  asks: 'POST /arca/containers/explain with nearly every field, median of 100 in a row (Arca alone has it)',
  unit: 'ms',
  rounds: 5,
  lower: true,
  answers: ({ name, api }) => name === 'arca' && api !== undefined,
  async measure({ api }) {
    const { engine } = api!.client;
    const times: number[] = [];
    for (let count = 0; count < 100; count++) {
      const took = await timed(async () => {
        const answer = await request(engine.socketPath, 'POST', '/arca/containers/explain', { body });
        api!.client.expect(answer, 200);
      });
      times.push(took);
    }
    return median(times);
  },
};

export const questions = [explain];
