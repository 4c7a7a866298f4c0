import { chooseCapabilities, defineFeature, normalizeCapabilities } from '@arca/plugin-kit';

/** The process's capabilities: Docker's default set, changed by what is added and dropped. */
export const capabilities = defineFeature(
  {
    id: 'capabilities',
    summary: 'Capabilities of the process',
    owns: ['HostConfig.CapAdd', 'HostConfig.CapDrop'],
    reads: ['HostConfig.Privileged'],
    writes: ['process.capabilities'],
    flags: { 'HostConfig.CapAdd': '--cap-add', 'HostConfig.CapDrop': '--cap-drop' },
  },
  {
    defaults({ HostConfig }) {
      HostConfig.CapAdd = HostConfig.CapAdd ? normalizeCapabilities(HostConfig.CapAdd, 'CapAdd') : undefined;
      HostConfig.CapDrop = HostConfig.CapDrop
        ? normalizeCapabilities(HostConfig.CapDrop, 'CapDrop')
        : undefined;
    },
    spec({ HostConfig }, rooms) {
      const { CapAdd = [], CapDrop = [], Privileged } = HostConfig;
      const set = chooseCapabilities(CapAdd ?? [], CapDrop ?? [], Privileged ?? false);
      rooms.set(
        'process.capabilities',
        { bounding: set, permitted: set, effective: set },
        CapAdd?.length ? 'HostConfig.CapAdd' : CapDrop?.length ? 'HostConfig.CapDrop' : 'default',
      );
    },
  },
);
