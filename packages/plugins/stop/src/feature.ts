import { defineFeature, parseSignal } from '@arca/plugin-kit';

/** How a container is asked to end; the life cycle reads both fields when it stops one. */
export const stop = defineFeature(
  {
    id: 'stop',
    summary: 'Stop signal and stop timeout',
    owns: ['StopSignal', 'StopTimeout'],
    flags: { StopSignal: '--stop-signal', StopTimeout: '--stop-timeout' },
    effects: { StopSignal: 'stop, restart', StopTimeout: 'stop, restart: seconds before SIGKILL' },
  },
  {
    defaults({ Config }, { image }) {
      Config.StopSignal ||= image.config.StopSignal ?? undefined;
    },
    validate({ Config }) {
      if (Config.StopSignal) parseSignal(Config.StopSignal);
    },
  },
);
