import {
  describeFeature,
  hostWithCgroupV1,
  hostWithCgroupV2,
  hostWithoutCgroups,
} from '@arca/plugin-kit/testing';
import { cpu } from './feature.js';

const room = 'linux.resources.cpu';

describeFeature(cpu, [
  { name: 'writes nothing when nothing is asked', rooms: {}, warnings: [] },
  {
    name: 'gives NanoCpus as a quota of 100 ms',
    body: { HostConfig: { NanoCpus: 500_000_000 } },
    rooms: { [room]: { period: 100_000, quota: 50_000 } },
    provenance: { [room]: 'HostConfig.NanoCpus' },
  },
  {
    name: 'gives shares, period, quota and sets',
    body: {
      HostConfig: {
        CpuShares: 512,
        CpuPeriod: 50_000,
        CpuQuota: 25_000,
        CpusetCpus: '0,2-3',
        CpusetMems: '0',
      },
    },
    rooms: { [room]: { shares: 512, period: 50_000, quota: 25_000, cpus: '0,2-3', mems: '0' } },
  },
  {
    name: 'gives cgroup v1 a real-time budget',
    body: { HostConfig: { CpuRealtimePeriod: 1_000_000, CpuRealtimeRuntime: 950_000 } },
    host: hostWithCgroupV1,
    rooms: { [room]: { realtimePeriod: 1_000_000, realtimeRuntime: 950_000 } },
  },
  {
    name: 'refuses a real-time budget that the kernel cannot give',
    body: { HostConfig: { CpuRealtimeRuntime: 1000 } },
    host: hostWithCgroupV2,
    invalid: 'kernel does not support CPU real-time scheduler',
  },
  {
    name: 'refuses more real time than its period',
    body: { HostConfig: { CpuRealtimePeriod: 1000, CpuRealtimeRuntime: 2000 } },
    host: hostWithCgroupV1,
    invalid: 'cpu real-time runtime cannot be higher than cpu real-time period',
  },
  {
    name: 'drops with a warning what the host has not',
    body: { HostConfig: { CpuShares: 512, CpuPeriod: 50_000, CpusetCpus: '0' } },
    host: hostWithoutCgroups,
    warnings: [
      'Your kernel does not support CPU shares or the cgroup is not mounted. Shares discarded.',
      'Your kernel does not support CPU CFS scheduler. CPU period/quota discarded.',
      'Your kernel does not support cpuset or the cgroup is not mounted. Cpuset discarded.',
    ],
    rooms: {},
  },
  {
    name: 'drops with a warning what only Windows has',
    body: { HostConfig: { CpuCount: 2, CpuPercent: 50 } },
    warnings: [
      'linux does not support CPU percent. Percent discarded.',
      'linux does not support CPU count. Count discarded.',
    ],
    rooms: {},
  },
  {
    name: 'refuses NanoCpus beside a period',
    body: { HostConfig: { NanoCpus: 1, CpuPeriod: 50_000 } },
    invalid: 'Conflicting options: Nano CPUs and CPU Period cannot both be set',
  },
  {
    name: 'refuses NanoCpus beside a quota',
    body: { HostConfig: { NanoCpus: 1, CpuQuota: 50_000 } },
    invalid: 'Conflicting options: Nano CPUs and CPU Quota cannot both be set',
  },
  {
    name: 'refuses more CPUs than there are',
    body: { HostConfig: { NanoCpus: 5e9 } },
    invalid: 'range of CPUs is from 0.01 to 4.00, as there are only 4 CPUs available',
  },
  {
    name: 'refuses NanoCpus without the scheduler',
    body: { HostConfig: { NanoCpus: 1e9 } },
    host: hostWithoutCgroups,
    invalid:
      'NanoCPUs can not be set, as your kernel does not support CPU CFS scheduler or the cgroup is not mounted',
  },
  {
    name: 'refuses a period out of range',
    body: { HostConfig: { CpuPeriod: 999 } },
    invalid: 'CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)',
  },
  {
    name: 'refuses a quota below a millisecond',
    body: { HostConfig: { CpuQuota: 999 } },
    invalid: 'CPU cfs quota can not be less than 1ms (i.e. 1000)',
  },
  {
    name: 'refuses negative shares',
    body: { HostConfig: { CpuShares: -1 } },
    invalid: 'invalid CPU shares (-1): value must be a positive integer',
  },
  {
    name: 'refuses CPUs that are not there',
    body: { HostConfig: { CpusetCpus: '0-7' } },
    invalid: 'Requested CPUs are not available - requested 0-7, available: 0-3',
  },
  {
    name: 'refuses what is no list',
    body: { HostConfig: { CpusetMems: 'x' } },
    invalid: /^Invalid value x for cpuset mems/,
  },
  {
    name: 'changes what a running container has',
    body: { HostConfig: { CpuShares: 512 } },
    update: {
      changes: { CpuShares: 256, CpusetCpus: '1' },
      completed: { HostConfig: { CpuShares: 256, CpusetCpus: '1' } },
      resources: { cpu: { shares: 256, cpus: '1' } },
    },
  },
  {
    name: 'refuses a quota where NanoCpus is set',
    body: { HostConfig: { NanoCpus: 1e9 } },
    update: {
      changes: { CpuQuota: 50_000 },
      invalid: 'Conflicting options: CPU Quota cannot be updated as NanoCPUs has already been set',
    },
  },
]);
