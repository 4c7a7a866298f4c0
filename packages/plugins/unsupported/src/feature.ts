import { defineFeature, notImplemented, type CreateField } from '@arca/plugin-kit';

/** Fields that no plugin serves yet. A plugin that takes one up takes it off this list. */
const refused = [
  'HostConfig.BlkioWeight',
  'HostConfig.BlkioWeightDevice',
  'HostConfig.BlkioDeviceReadBps',
  'HostConfig.BlkioDeviceWriteBps',
  'HostConfig.BlkioDeviceReadIOps',
  'HostConfig.BlkioDeviceWriteIOps',
  'HostConfig.IOMaximumIOps',
  'HostConfig.IOMaximumBandwidth',
  'HostConfig.Devices',
  'HostConfig.DeviceCgroupRules',
  'HostConfig.DeviceRequests',
  'HostConfig.Privileged',
] as const satisfies readonly CreateField[];

/**
 * Owns what nothing else does, so that nothing is dropped in silence: a value that would have an effect is refused by
 * name.
 */
export const unsupported = defineFeature(
  {
    id: 'unsupported',
    summary: 'Fields without an effect so far: refused by name, never dropped in silence',
    owns: refused,
    effects: Object.fromEntries(refused.map((field) => [field, 'refused'])),
    writes: ['linux.resources.devices[]'],
  },
  {
    validate({ HostConfig }) {
      for (const field of refused) {
        if (meaningful((HostConfig as Record<string, unknown>)[field.slice('HostConfig.'.length)]))
          throw notImplemented(`${field} is not supported by any loaded plugin`, 'unsupported.field');
      }
    },
    spec(_fields, rooms) {
      // Without rules a cgroup allows every device: deny all but those that are in every container.
      rooms.add('linux.resources.devices', 'all', { allow: false, access: 'rwm' }, 'default');
      for (const [name, [major, minor]] of Object.entries(everyContainer)) {
        rooms.add(
          'linux.resources.devices',
          name,
          { allow: true, type: 'c', major, minor, access: 'rwm' },
          'default',
        );
      }
    },
  },
);

/** Character devices: major and minor numbers (Documentation/admin-guide/devices.txt). */
const everyContainer: Readonly<Record<string, [number, number]>> = {
  null: [1, 3],
  zero: [1, 5],
  full: [1, 7],
  random: [1, 8],
  urandom: [1, 9],
  tty: [5, 0],
  console: [5, 1],
};

/** Whether a value asks for anything: clients send zeros and empty lists for what a person did not set. */
function meaningful(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === 0 || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object') return Object.values(value).some(meaningful);
  return true;
}
