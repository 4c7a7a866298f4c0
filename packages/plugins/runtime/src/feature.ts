import { defineFeature, invalidParameter } from '@arca/plugin-kit';

/** Which OCI runtime runs the container. */
export const runtime = defineFeature(
  {
    id: 'runtime',
    summary: 'OCI runtime and isolation technology',
    owns: ['HostConfig.Runtime', 'HostConfig.Isolation'],
    flags: { 'HostConfig.Runtime': '--runtime', 'HostConfig.Isolation': '--isolation' },
    effects: {
      'HostConfig.Runtime': 'the runtime that the agent starts',
      'HostConfig.Isolation': 'Windows only: refused',
    },
  },
  {
    defaults({ HostConfig }, { host }) {
      HostConfig.Runtime ||= host.defaultRuntime;
    },
    validate({ HostConfig }, { host }) {
      const name = HostConfig.Runtime ?? '';
      const found = host.runtimes.find((candidate) => candidate.name === name);
      if (!found) throw invalidParameter(`unknown or invalid runtime name: ${name}`, 'runtime.unknown');
      if (!found.usable) {
        throw invalidParameter(
          `runtime ${name} cannot be used on this host: ${found.reason}`,
          'runtime.unusable',
        );
      }
      const isolation: string = HostConfig.Isolation ?? '';
      if (isolation !== '' && isolation !== 'default') {
        throw invalidParameter(`invalid isolation '${isolation}' on linux`, 'runtime.isolation');
      }
    },
  },
);
