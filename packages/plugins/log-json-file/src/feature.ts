import { defineFeature, type Daemon, type Logs } from '@arca/plugin-kit';

export const logging = (daemon: Daemon, logs: Logs) =>
  defineFeature(manifest, {
    defaults({ HostConfig }) {
      const type = HostConfig.LogConfig?.Type || daemon.logDriver;
      const own = HostConfig.LogConfig?.Config ?? {};
      // The daemon's options are those of its own driver, but for the cache's, which every driver has.
      const defaults = Object.entries(daemon.logOptions).filter(
        ([name]) => type === daemon.logDriver || name.startsWith('cache-'),
      );
      const Config = { ...Object.fromEntries(defaults), ...own };
      HostConfig.LogConfig = { Type: type as NonNullable<typeof HostConfig.LogConfig>['Type'], Config };
    },
    validate({ HostConfig }) {
      const { Type: type = '', Config: options } = HostConfig.LogConfig ?? {};
      logs.validate(type, options ?? {});
    },
  });

/** `HostConfig.LogConfig`: which logging driver keeps a container's output, with which options. */
export const manifest = {
  id: 'logging',
  summary: 'Logging driver and its options',
  owns: ['HostConfig.LogConfig'],
  flags: { 'HostConfig.LogConfig': '--log-driver, --log-opt' },
  effects: { 'HostConfig.LogConfig': 'chooses the logging driver' },
} as const;
