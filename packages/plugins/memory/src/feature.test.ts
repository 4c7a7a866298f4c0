import {
  describeFeature,
  hostWithCgroupV1,
  hostWithCgroupV2,
  hostWithoutCgroups,
} from '@arca/plugin-kit/testing';
import { memory } from './feature.js';

const mib = 1024 * 1024;
const room = 'linux.resources.memory';

describeFeature(memory, [
  { name: 'writes nothing when nothing is asked', host: hostWithCgroupV2, rooms: {}, warnings: [] },
  {
    name: 'doubles the limit for swap',
    body: { HostConfig: { Memory: 64 * mib } },
    host: hostWithCgroupV2,
    completed: { HostConfig: { MemorySwap: 128 * mib } },
    rooms: { [room]: { limit: 64 * mib, swap: 128 * mib } },
    provenance: { [room]: 'HostConfig.Memory' },
  },
  {
    name: 'lifts the limit of swap with -1',
    body: { HostConfig: { Memory: 64 * mib, MemorySwap: -1, MemoryReservation: 32 * mib } },
    host: hostWithCgroupV2,
    rooms: { [room]: { limit: 64 * mib, swap: -1, reservation: 32 * mib } },
  },
  {
    name: 'gives cgroup v1 what only it has',
    body: {
      HostConfig: { Memory: 64 * mib, MemorySwappiness: 10, OomKillDisable: true, KernelMemoryTCP: 8 * mib },
    },
    host: hostWithCgroupV1,
    warnings: [],
    rooms: {
      [room]: {
        limit: 64 * mib,
        swap: 128 * mib,
        swappiness: 10,
        kernelTCP: 8 * mib,
        disableOOMKiller: true,
      },
    },
  },
  {
    name: 'drops with a warning what cgroup v2 has not',
    body: {
      HostConfig: { Memory: 64 * mib, MemorySwappiness: 10, OomKillDisable: true, KernelMemoryTCP: 8 * mib },
    },
    host: hostWithCgroupV2,
    warnings: [
      'Your kernel does not support memory swappiness capabilities or the cgroup is not mounted. Memory swappiness discarded.',
      'Your kernel does not support kernel memory TCP capabilities or the cgroup is not mounted. Limitation discarded.',
      'Your kernel does not support OomKillDisable. OomKillDisable discarded.',
    ],
    rooms: { [room]: { limit: 64 * mib, swap: 128 * mib } },
  },
  {
    name: 'drops everything on a host without the controller',
    body: { HostConfig: { Memory: 64 * mib, MemoryReservation: 32 * mib } },
    host: hostWithoutCgroups,
    warnings: [
      'Your kernel does not support memory limit capabilities or the cgroup is not mounted. Limitation discarded.',
      'Your kernel does not support memory soft limit capabilities or the cgroup is not mounted. Limitation discarded.',
    ],
    rooms: {},
  },
  {
    name: 'limits memory without swap where swap is not accounted',
    body: { HostConfig: { Memory: 64 * mib } },
    host: { features: { swapLimit: false } },
    warnings: [
      'Your kernel does not support swap limit capabilities or the cgroup is not mounted. Memory limited without swap.',
    ],
    rooms: { [room]: { limit: 64 * mib, swap: -1 } },
  },
  {
    name: 'warns of a disabled OOM killer without a limit',
    body: { HostConfig: { OomKillDisable: true } },
    warnings: [
      'OOM killer is disabled for the container, but no memory limit is set, this can result in the system running out of resources.',
    ],
  },
  {
    name: 'takes -1 for a swappiness that is not given',
    body: { HostConfig: { MemorySwappiness: -1 } },
    host: hostWithoutCgroups,
    warnings: [],
    rooms: {},
  },
  {
    name: 'wants 6 MiB',
    body: { HostConfig: { Memory: 6 * mib - 1 } },
    invalid: 'Minimum memory limit allowed is 6MB',
  },
  {
    name: 'wants a reservation of 6 MiB',
    body: { HostConfig: { MemoryReservation: 1 } },
    invalid: 'Minimum memory reservation allowed is 6MB',
  },
  {
    name: 'wants swap above the limit',
    body: { HostConfig: { Memory: 64 * mib, MemorySwap: 32 * mib } },
    invalid: 'Minimum memoryswap limit should be larger than memory limit, see usage',
  },
  {
    name: 'wants a limit with swap',
    body: { HostConfig: { MemorySwap: 64 * mib } },
    invalid: 'You should always set the Memory limit when using Memoryswap limit, see usage',
  },
  {
    name: 'wants a reservation below the limit',
    body: { HostConfig: { Memory: 64 * mib, MemoryReservation: 65 * mib } },
    invalid: 'Minimum memory limit can not be less than memory reservation limit, see usage',
  },
  {
    name: 'wants a swappiness of at most 100',
    body: { HostConfig: { MemorySwappiness: 101 } },
    invalid: 'Invalid value: 101, valid memory swappiness range is 0-100',
  },
  {
    name: 'changes limits of a running container',
    body: { HostConfig: { Memory: 64 * mib } },
    host: hostWithCgroupV2,
    update: {
      changes: { Memory: 100 * mib, MemorySwap: 200 * mib },
      completed: { HostConfig: { Memory: 100 * mib, MemorySwap: 200 * mib } },
      resources: { memory: { limit: 100 * mib, swap: 200 * mib } },
    },
  },
  {
    name: 'refuses a limit above the swap that was set',
    body: { HostConfig: { Memory: 64 * mib } },
    update: {
      changes: { Memory: 200 * mib },
      invalid:
        'Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time',
    },
  },
]);
