import type { Cpu } from '@arca/oci-spec';
import { defineFeature, invalidParameter, type CreateContext, type Slice } from '@arca/plugin-kit';
import { cpuListContains } from './cpu-list.js';

type Owned =
  | 'HostConfig.NanoCpus'
  | 'HostConfig.CpuShares'
  | 'HostConfig.CpuPeriod'
  | 'HostConfig.CpuQuota'
  | 'HostConfig.CpusetCpus'
  | 'HostConfig.CpusetMems'
  | 'HostConfig.CpuRealtimePeriod'
  | 'HostConfig.CpuRealtimeRuntime'
  | 'HostConfig.CpuCount'
  | 'HostConfig.CpuPercent';
type Fields = Slice<Owned>['HostConfig'];

/** µs; `NanoCpus` is given as a quota of it */
const nanoPeriod = 100_000;

/** CPU time, shares and placement; the runtime converts `linux.resources.cpu` to the host's cgroup files. */
export const cpu = defineFeature(
  {
    id: 'cpu',
    summary: 'CPU time, shares, sets of CPUs and memory nodes, real-time budget',
    owns: [
      'HostConfig.NanoCpus',
      'HostConfig.CpuShares',
      'HostConfig.CpuPeriod',
      'HostConfig.CpuQuota',
      'HostConfig.CpusetCpus',
      'HostConfig.CpusetMems',
      'HostConfig.CpuRealtimePeriod',
      'HostConfig.CpuRealtimeRuntime',
      'HostConfig.CpuCount',
      'HostConfig.CpuPercent',
    ],
    writes: ['linux.resources.cpu'],
    updates: [
      'HostConfig.NanoCpus',
      'HostConfig.CpuShares',
      'HostConfig.CpuPeriod',
      'HostConfig.CpuQuota',
      'HostConfig.CpusetCpus',
      'HostConfig.CpusetMems',
      'HostConfig.CpuRealtimePeriod',
      'HostConfig.CpuRealtimeRuntime',
    ],
    flags: {
      'HostConfig.NanoCpus': '--cpus',
      'HostConfig.CpuShares': '--cpu-shares',
      'HostConfig.CpuPeriod': '--cpu-period',
      'HostConfig.CpuQuota': '--cpu-quota',
      'HostConfig.CpusetCpus': '--cpuset-cpus',
      'HostConfig.CpusetMems': '--cpuset-mems',
      'HostConfig.CpuRealtimePeriod': '--cpu-rt-period',
      'HostConfig.CpuRealtimeRuntime': '--cpu-rt-runtime',
      'HostConfig.CpuCount': '--cpu-count',
      'HostConfig.CpuPercent': '--cpu-percent',
    },
    effects: {
      'HostConfig.CpuCount': 'Windows only: dropped with a warning',
      'HostConfig.CpuPercent': 'Windows only: dropped with a warning',
    },
  },
  {
    validate({ HostConfig }, { host }) {
      validate(HostConfig, host);
    },
    adapt({ HostConfig }, context) {
      adapt(HostConfig, context);
    },
    spec({ HostConfig }, rooms) {
      const value = toOci(HostConfig);
      if (Object.keys(value).length > 0) rooms.set('linux.resources.cpu', value, firstSet(HostConfig));
    },
    update(changed, { HostConfig }, context) {
      refuseConflict(changed, HostConfig);
      for (const key of updatable) {
        const value = changed[key];
        if (value) Object.assign(HostConfig, { [key]: value });
      }
      validate(HostConfig, context.host);
      adapt(HostConfig, context);
      return { cpu: toOci(HostConfig) };
    },
  },
);

const updatable = [
  'NanoCpus',
  'CpuShares',
  'CpuPeriod',
  'CpuQuota',
  'CpusetCpus',
  'CpusetMems',
  'CpuRealtimePeriod',
  'CpuRealtimeRuntime',
] as const;

/** `NanoCpus` is period and quota in another form: what a container has of one form bars the other. */
function refuseConflict(changed: Partial<Fields>, current: Readonly<Fields>): void {
  const refuse = (what: string, because: string) => {
    throw invalidParameter(
      `Conflicting options: ${what} cannot be updated as ${because} has already been set`,
      'cpu.update-conflict',
    );
  };
  if (positive(changed.NanoCpus) && positive(current.CpuPeriod)) refuse('Nano CPUs', 'CPU Period');
  if (positive(changed.NanoCpus) && positive(current.CpuQuota)) refuse('Nano CPUs', 'CPU Quota');
  if (positive(changed.CpuPeriod) && positive(current.NanoCpus)) refuse('CPU Period', 'NanoCPUs');
  if (positive(changed.CpuQuota) && positive(current.NanoCpus)) refuse('CPU Quota', 'NanoCPUs');
}

const positive = (value: number | null | undefined): boolean => (value ?? 0) > 0;

function validate(fields: Readonly<Fields>, host: CreateContext['host']): void {
  const nano = fields.NanoCpus ?? 0;
  const period = fields.CpuPeriod ?? 0;
  if (nano > 0 && positive(period)) {
    throw invalidParameter(
      'Conflicting options: Nano CPUs and CPU Period cannot both be set',
      'cpu.nano-and-period',
    );
  }
  if (nano > 0 && positive(fields.CpuQuota)) {
    throw invalidParameter(
      'Conflicting options: Nano CPUs and CPU Quota cannot both be set',
      'cpu.nano-and-quota',
    );
  }
  if (nano > 0 && !host.features!.cpuCfs) {
    throw invalidParameter(
      'NanoCPUs can not be set, as your kernel does not support CPU CFS scheduler or the cgroup is not mounted',
      'cpu.no-cfs',
    );
  }
  if (nano < 0 || nano > host.cpus * 1e9) {
    throw invalidParameter(
      `range of CPUs is from 0.01 to ${host.cpus}.00, as there are only ${host.cpus} CPUs available`,
      'cpu.nano-range',
    );
  }
  if ((fields.CpuShares ?? 0) < 0)
    throw invalidParameter(
      `invalid CPU shares (${fields.CpuShares}): value must be a positive integer`,
      'cpu.shares-negative',
    );
  if (period !== 0 && (period < 1000 || period > 1_000_000)) {
    throw invalidParameter(
      'CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)',
      'cpu.period-range',
    );
  }
  const quota = fields.CpuQuota ?? 0;
  if (quota > 0 && quota < 1000) {
    throw invalidParameter('CPU cfs quota can not be less than 1ms (i.e. 1000)', 'cpu.quota-minimum');
  }
  validateRealtime(fields, host);
  validateSets(fields, host);
}

function validateRealtime(fields: Readonly<Fields>, host: CreateContext['host']): void {
  const runtime = fields.CpuRealtimeRuntime ?? 0;
  const period = fields.CpuRealtimePeriod ?? 0;
  // Dropping a real-time budget in silence, or with a mere warning, would break the promise of timing.
  if ((runtime !== 0 || period !== 0) && !host.features!.cpuRealtime) {
    throw invalidParameter('kernel does not support CPU real-time scheduler', 'cpu.no-realtime');
  }
  if (runtime !== 0 && period !== 0 && runtime > period) {
    throw invalidParameter(
      'cpu real-time runtime cannot be higher than cpu real-time period',
      'cpu.realtime-range',
    );
  }
}

function validateSets(fields: Readonly<Fields>, { features }: CreateContext['host']): void {
  if (!features!.cpuset) return;
  const sets = [
    [fields.CpusetCpus, features!.cpusetCpus, 'cpus', 'CPUs'],
    [fields.CpusetMems, features!.cpusetMems, 'mems', 'memory nodes'],
  ] as const;
  for (const [requested, available, name, noun] of sets) {
    if (!requested) continue;
    const contains = cpuListContains(available, requested);
    if (contains === undefined)
      throw invalidParameter(
        `Invalid value ${requested} for cpuset ${name}: invalid format: ${requested}`,
        'cpu.set-syntax',
      );
    if (!contains) {
      throw invalidParameter(
        `Requested ${noun} are not available - requested ${requested}, available: ${available}`,
        'cpu.set-unavailable',
      );
    }
  }
}

function adapt(fields: Fields, { host, warn }: Pick<CreateContext, 'host' | 'warn'>): void {
  const features = host.features!;
  if (fields.CpuShares && !features.cpuShares) {
    warn('Your kernel does not support CPU shares or the cgroup is not mounted. Shares discarded.');
    fields.CpuShares = 0;
  }
  if ((fields.CpuPeriod || fields.CpuQuota) && !features.cpuCfs) {
    warn('Your kernel does not support CPU CFS scheduler. CPU period/quota discarded.');
    fields.CpuPeriod = 0;
    fields.CpuQuota = 0;
  }
  if ((fields.CpusetCpus || fields.CpusetMems) && !features.cpuset) {
    warn('Your kernel does not support cpuset or the cgroup is not mounted. Cpuset discarded.');
    fields.CpusetCpus = '';
    fields.CpusetMems = '';
  }
  if (fields.CpuPercent) {
    warn('linux does not support CPU percent. Percent discarded.');
    fields.CpuPercent = 0;
  }
  if (fields.CpuCount) {
    warn('linux does not support CPU count. Count discarded.');
    fields.CpuCount = 0;
  }
}

function toOci(fields: Readonly<Fields>): Cpu {
  const value: Cpu = {};
  if (fields.CpuShares) value.shares = fields.CpuShares;
  if (fields.NanoCpus) {
    value.period = nanoPeriod;
    value.quota = Math.trunc((fields.NanoCpus * nanoPeriod) / 1e9);
  }
  if (fields.CpuPeriod) value.period = fields.CpuPeriod;
  if (fields.CpuQuota) value.quota = fields.CpuQuota;
  if (fields.CpusetCpus) value.cpus = fields.CpusetCpus;
  if (fields.CpusetMems) value.mems = fields.CpusetMems;
  if (fields.CpuRealtimePeriod) value.realtimePeriod = fields.CpuRealtimePeriod;
  if (fields.CpuRealtimeRuntime) value.realtimeRuntime = fields.CpuRealtimeRuntime;
  return value;
}

/** The field that the room's provenance names: the first that is set. */
function firstSet(fields: Readonly<Fields>): Owned {
  return `HostConfig.${updatable.find((key) => fields[key]) ?? 'NanoCpus'}`;
}
