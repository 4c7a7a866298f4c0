import {
  chooseCapabilities,
  defineFeature,
  givenBy,
  invalidParameter,
  normalizeCapabilities,
} from '@arca/plugin-kit';

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
    validate({ HostConfig }, { host }) {
      const named = [...(HostConfig.CapAdd ?? []), ...(HostConfig.CapDrop ?? [])].filter(
        (name) => name !== 'ALL',
      );
      const missing = named.find((name) => givenBy(host, [name]).length === 0);
      if (missing === undefined || HostConfig.Privileged) return;
      throw invalidParameter(
        `capability not supported by your kernel or not available in the current environment: "${missing}"`,
        'capabilities.missing',
      );
    },
    spec({ HostConfig }, rooms, { host }) {
      const { CapAdd = [], CapDrop = [], Privileged } = HostConfig;
      const set = givenBy(host, chooseCapabilities(CapAdd ?? [], CapDrop ?? [], Privileged ?? false));
      rooms.set(
        'process.capabilities',
        { bounding: set, permitted: set, effective: set },
        Privileged
          ? 'HostConfig.Privileged'
          : CapAdd?.length
            ? 'HostConfig.CapAdd'
            : CapDrop?.length
              ? 'HostConfig.CapDrop'
              : 'default',
      );
    },
  },
);
