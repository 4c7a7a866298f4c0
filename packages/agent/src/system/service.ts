import type { ServiceImplementation, System } from '@arca/agent-proto';
import { allDevices, devicesAt } from '../linux/devices.js';
import { cdiSpecs } from './cdi.js';
import { doctor } from './doctor.js';
import { Host, type HostInfoOptions } from './info.js';

export interface SystemOptions extends HostInfoOptions {
  instance: string;
}

/** The service `System`. */
export function createSystem(options: SystemOptions): ServiceImplementation<typeof System> {
  const host = new Host(options);
  return {
    info: () => host.info(),
    devices: async ({ paths, all }) => ({
      groups: await Promise.all([...paths.map(devicesAt), ...(all ? [allDevices()] : [])]),
    }),
    cdiSpecs: async ({ directories }) => ({ specs: await cdiSpecs(directories) }),
    doctor: async ({ fix }) => {
      const { root, instance } = options;
      return { findings: await doctor({ root, instance, fix, ...options.runtimes.options }) };
    },
  };
}
