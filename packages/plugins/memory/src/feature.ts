import { defineFeature, invalidParameter, type CreateContext, type Slice } from '@arca/plugin-kit';
import type { Memory } from '@arca/oci-spec';

const minimum = 6 * 1024 * 1024;
const noPlace = 'or the cgroup is not mounted';

type Owned =
  | 'HostConfig.Memory'
  | 'HostConfig.MemoryReservation'
  | 'HostConfig.MemorySwap'
  | 'HostConfig.MemorySwappiness'
  | 'HostConfig.OomKillDisable'
  | 'HostConfig.KernelMemoryTCP';
type Fields = Slice<Owned>['HostConfig'];

/** Memory limits in bytes, for cgroup v1 and v2: the runtime converts `linux.resources.memory` to the host's files. */
export const memory = defineFeature(
  {
    id: 'memory',
    summary: 'Limits of memory and swap, reservation, swappiness, OOM killer',
    owns: [
      'HostConfig.Memory',
      'HostConfig.MemoryReservation',
      'HostConfig.MemorySwap',
      'HostConfig.MemorySwappiness',
      'HostConfig.OomKillDisable',
      'HostConfig.KernelMemoryTCP',
    ],
    writes: ['linux.resources.memory'],
    updates: ['HostConfig.Memory', 'HostConfig.MemoryReservation', 'HostConfig.MemorySwap'],
    flags: {
      'HostConfig.Memory': '--memory',
      'HostConfig.MemoryReservation': '--memory-reservation',
      'HostConfig.MemorySwap': '--memory-swap',
      'HostConfig.MemorySwappiness': '--memory-swappiness',
      'HostConfig.OomKillDisable': '--oom-kill-disable',
    },
  },
  {
    defaults({ HostConfig }) {
      // Clients send -1 for "not given"; as a value it would be refused.
      if (HostConfig.MemorySwappiness === -1) HostConfig.MemorySwappiness = undefined;
      if ((HostConfig.Memory ?? 0) > 0 && !HostConfig.MemorySwap)
        HostConfig.MemorySwap = HostConfig.Memory! * 2;
      HostConfig.OomKillDisable ??= false;
    },
    validate({ HostConfig }) {
      validate(HostConfig, false);
    },
    adapt({ HostConfig }, context) {
      adapt(HostConfig, context);
    },
    spec({ HostConfig }, rooms) {
      const value = toOci(HostConfig);
      if (Object.keys(value).length > 0) rooms.set('linux.resources.memory', value, firstSet(HostConfig));
    },
    update(changed, { HostConfig }, context) {
      const { Memory, MemorySwap, MemoryReservation } = changed;
      if (Memory && Memory > (HostConfig.MemorySwap ?? 0) && !MemorySwap) {
        throw invalidParameter(
          'Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time',
          'memory.update-above-swap',
        );
      }
      if (Memory) HostConfig.Memory = Memory;
      if (MemorySwap) HostConfig.MemorySwap = MemorySwap;
      if (MemoryReservation) HostConfig.MemoryReservation = MemoryReservation;
      validate(HostConfig, true);
      adapt(HostConfig, context);
      return { memory: toOci(HostConfig) };
    },
  },
);

/** dockerd's limits and relations; an update may set swap alone, since a limit may be there already. */
function validate(fields: Readonly<Fields>, update: boolean): void {
  const { Memory: limit, MemorySwap: swap, MemoryReservation: reservation } = withZeros(fields);
  const swappiness = fields.MemorySwappiness;
  if (limit !== 0 && limit < minimum)
    throw invalidParameter('Minimum memory limit allowed is 6MB', 'memory.minimum');
  if (limit > 0 && swap > 0 && swap < limit) {
    throw invalidParameter(
      'Minimum memoryswap limit should be larger than memory limit, see usage',
      'memory.swap-below-limit',
    );
  }
  if (limit === 0 && swap > 0 && !update) {
    throw invalidParameter(
      'You should always set the Memory limit when using Memoryswap limit, see usage',
      'memory.swap-alone',
    );
  }
  if (swappiness != null && (swappiness < 0 || swappiness > 100)) {
    throw invalidParameter(
      `Invalid value: ${swappiness}, valid memory swappiness range is 0-100`,
      'memory.swappiness-range',
    );
  }
  if (reservation > 0 && reservation < minimum) {
    throw invalidParameter('Minimum memory reservation allowed is 6MB', 'memory.reservation-minimum');
  }
  if (limit > 0 && reservation > limit) {
    throw invalidParameter(
      'Minimum memory limit can not be less than memory reservation limit, see usage',
      'memory.reservation-above-limit',
    );
  }
}

function adapt(fields: Fields, { host, warn }: Pick<CreateContext, 'host' | 'warn'>): void {
  const features = host.features!;
  if (fields.Memory && !features.memoryLimit) {
    warn(`Your kernel does not support memory limit capabilities ${noPlace}. Limitation discarded.`);
    fields.Memory = 0;
    fields.MemorySwap = -1;
  }
  if (fields.Memory && fields.MemorySwap !== -1 && !features.swapLimit) {
    warn(`Your kernel does not support swap limit capabilities ${noPlace}. Memory limited without swap.`);
    fields.MemorySwap = -1;
  }
  if (fields.MemorySwappiness != null && !features.memorySwappiness) {
    warn(
      `Your kernel does not support memory swappiness capabilities ${noPlace}. Memory swappiness discarded.`,
    );
    fields.MemorySwappiness = undefined;
  }
  if (fields.MemoryReservation && !features.memoryReservation) {
    warn(`Your kernel does not support memory soft limit capabilities ${noPlace}. Limitation discarded.`);
    fields.MemoryReservation = 0;
  }
  if (fields.KernelMemoryTCP && !features.kernelMemoryTcp) {
    warn(`Your kernel does not support kernel memory TCP capabilities ${noPlace}. Limitation discarded.`);
    fields.KernelMemoryTCP = 0;
  }
  if (!features.oomKillDisable) {
    // Only who wanted the killer off loses something.
    if (fields.OomKillDisable) warn('Your kernel does not support OomKillDisable. OomKillDisable discarded.');
    fields.OomKillDisable = undefined;
  } else if (fields.OomKillDisable && !fields.Memory) {
    warn(
      'OOM killer is disabled for the container, but no memory limit is set, this can result in the system running out of resources.',
    );
  }
}

function toOci(fields: Readonly<Fields>): Memory {
  const { Memory: limit, MemorySwap: swap, MemoryReservation: reservation } = withZeros(fields);
  const value: Memory = {};
  if (limit > 0) value.limit = limit;
  if (reservation > 0) value.reservation = reservation;
  // -1 lifts the limit of swap; it says nothing where memory itself is not limited.
  if (swap > 0 || (swap === -1 && limit > 0)) value.swap = swap;
  if (fields.MemorySwappiness != null) value.swappiness = fields.MemorySwappiness;
  if (fields.KernelMemoryTCP) value.kernelTCP = fields.KernelMemoryTCP;
  if (fields.OomKillDisable) value.disableOOMKiller = true;
  return value;
}

const withZeros = (fields: Readonly<Fields>) => ({
  Memory: fields.Memory ?? 0,
  MemorySwap: fields.MemorySwap ?? 0,
  MemoryReservation: fields.MemoryReservation ?? 0,
});

/** The field that the room's provenance names: the first that is set. */
function firstSet(fields: Readonly<Fields>): Owned {
  const order = ['Memory', 'MemoryReservation', 'MemorySwap', 'MemorySwappiness', 'KernelMemoryTCP'] as const;
  const name = order.find((key) => fields[key] != null && fields[key] !== 0);
  return name ? `HostConfig.${name}` : 'HostConfig.OomKillDisable';
}
