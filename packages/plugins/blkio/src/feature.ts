import type { ThrottleDevice } from '@arca/api';
import { defineFeature, invalidParameter, systemError, type JsonObject, type Slice } from '@arca/plugin-kit';
import type { BlockIo } from '@arca/oci-spec';

const throttles = {
  BlkioDeviceReadBps: ['throttleReadBpsDevice', 'BPS Block I/O read limit', 'Block I/O BPS read limit'],
  BlkioDeviceWriteBps: ['throttleWriteBpsDevice', 'BPS Block I/O write limit', 'Block I/O BPS write limit'],
  BlkioDeviceReadIOps: ['throttleReadIOPSDevice', 'IOPS Block read limit', 'Block I/O IOPS read limit'],
  BlkioDeviceWriteIOps: ['throttleWriteIOPSDevice', 'IOPS Block write limit', 'Block I/O IOPS write limit'],
} as const;
type Throttle = keyof typeof throttles;
const throttleNames = Object.keys(throttles) as Throttle[];

type Fields = Slice<
  'HostConfig.BlkioWeight' | 'HostConfig.BlkioWeightDevice' | `HostConfig.${Throttle}`
>['HostConfig'];

/** Device numbers by path, as `start` found them. */
type Numbers = Record<string, { major: number; minor: number }>;

/** The share of disk time and limits of reading and writing, by device. */
export const blkio = defineFeature(
  {
    id: 'blkio',
    summary: 'Weights and limits of block devices',
    owns: [
      'HostConfig.BlkioWeight',
      'HostConfig.BlkioWeightDevice',
      'HostConfig.BlkioDeviceReadBps',
      'HostConfig.BlkioDeviceWriteBps',
      'HostConfig.BlkioDeviceReadIOps',
      'HostConfig.BlkioDeviceWriteIOps',
    ],
    writes: ['linux.resources.blockIO'],
    updates: ['HostConfig.BlkioWeight'],
    flags: {
      'HostConfig.BlkioWeight': '--blkio-weight',
      'HostConfig.BlkioWeightDevice': '--blkio-weight-device',
      'HostConfig.BlkioDeviceReadBps': '--device-read-bps',
      'HostConfig.BlkioDeviceWriteBps': '--device-write-bps',
      'HostConfig.BlkioDeviceReadIOps': '--device-read-iops',
      'HostConfig.BlkioDeviceWriteIOps': '--device-write-iops',
    },
  },
  {
    validate({ HostConfig }, { host }) {
      // A weight that the host discards is not looked at, as in dockerd.
      if (host.features!.blkioWeight) checkWeight(HostConfig.BlkioWeight);
    },
    adapt({ HostConfig }, { host, warn }) {
      adaptWeight(HostConfig, host.features!.blkioWeight, warn);
      if ((HostConfig.BlkioWeightDevice ?? []).length > 0 && !host.features!.blkioWeight) {
        warn(
          'Your kernel does not support Block I/O weight_device or the cgroup is not mounted. Weight-device discarded.',
        );
        HostConfig.BlkioWeightDevice = [];
      }
      for (const name of throttleNames) {
        if ((HostConfig[name] ?? []).length === 0 || host.features!.blkioThrottle) continue;
        const [, what, discarded] = throttles[name];
        warn(`Your kernel does not support ${what} or the cgroup is not mounted. ${discarded} discarded.`);
        HostConfig[name] = [];
      }
    },
    async start({ HostConfig }, { agent }): Promise<JsonObject> {
      const paths = [...new Set(pathsOf(HostConfig))];
      if (paths.length === 0) return {};
      const { groups } = await agent.system.devices({ paths });
      const numbers: Numbers = {};
      for (const { path, error, devices } of groups) {
        const [device] = devices;
        if (error || !device) throw systemError(`${path}: ${error || 'not a device node'}`, 'blkio.device');
        numbers[path] = { major: device.major, minor: device.minor };
      }
      return { numbers };
    },
    spec({ HostConfig }, rooms, { runtime }) {
      const numbers = ((runtime ?? {}) as { numbers?: Numbers }).numbers ?? {};
      const value = toOci(HostConfig, numbers);
      if (Object.keys(value).length === 0) return;
      rooms.set('linux.resources.blockIO', value, fieldOf(HostConfig));
    },
    update({ BlkioWeight: weight }, { HostConfig }, { host, warn }) {
      if (!weight) return;
      HostConfig.BlkioWeight = weight;
      adaptWeight(HostConfig, host.features!.blkioWeight, warn);
      checkWeight(HostConfig.BlkioWeight);
      return HostConfig.BlkioWeight ? { blockIO: { weight: HostConfig.BlkioWeight } } : undefined;
    },
  },
);

function checkWeight(weight: number | null | undefined): void {
  if (weight && (weight < 10 || weight > 1000))
    throw invalidParameter('Range of blkio weight is from 10 to 1000', 'blkio.weight');
}

function adaptWeight(fields: Fields, supported: boolean, warn: (message: string) => void): void {
  if (!fields.BlkioWeight || supported) return;
  warn('Your kernel does not support Block I/O weight or the cgroup is not mounted. Weight discarded.');
  fields.BlkioWeight = 0;
}

const limitsOf = (fields: Readonly<Fields>, name: Throttle): readonly ThrottleDevice[] => fields[name] ?? [];

const pathsOf = (fields: Readonly<Fields>): string[] => [
  ...(fields.BlkioWeightDevice ?? []).map(({ Path = '' }) => Path),
  ...throttleNames.flatMap((name) => limitsOf(fields, name).map(({ Path = '' }) => Path)),
];

/** Devices whose numbers are not known, as in a dry run, are left out. */
function toOci(fields: Readonly<Fields>, numbers: Numbers): BlockIo {
  const value: BlockIo = {};
  if (fields.BlkioWeight) value.weight = fields.BlkioWeight;
  const weights = (fields.BlkioWeightDevice ?? []).flatMap(({ Path = '', Weight = 0 }) =>
    numbers[Path] ? [{ ...numbers[Path], weight: Weight }] : [],
  );
  if (weights.length > 0) value.weightDevice = weights;
  for (const name of throttleNames) {
    const limits = limitsOf(fields, name).flatMap(({ Path = '', Rate = 0 }) =>
      numbers[Path] ? [{ ...numbers[Path], rate: Rate }] : [],
    );
    if (limits.length > 0) value[throttles[name][0]] = limits;
  }
  return value;
}

/** The room is one, and can name one field: the first that is set. */
function fieldOf(fields: Readonly<Fields>): `HostConfig.${'BlkioWeight' | 'BlkioWeightDevice' | Throttle}` {
  if (fields.BlkioWeight) return 'HostConfig.BlkioWeight';
  const throttle = throttleNames.find((name) => limitsOf(fields, name).length > 0);
  return throttle && !fields.BlkioWeightDevice?.length
    ? `HostConfig.${throttle}`
    : 'HostConfig.BlkioWeightDevice';
}
