import { defineFeature, type ContainerRecord, type Manifest } from '@arca/plugin-kit';
import type { HealthRecord } from './record.js';
import { checkHealthcheck, checkSettings, mergeHealthcheck } from './settings.js';

export const manifest = {
  id: 'health',
  summary: 'Health checks: a command run in the container from time to time',
  owns: ['Healthcheck'],
  uses: ['Shell'],
  flags: {
    Healthcheck:
      '--health-cmd, --health-interval, --health-retries, --health-start-interval, --health-start-period, ' +
      '--health-timeout, --no-healthcheck',
  },
  effects: { Healthcheck: 'checks while the container runs' },
} as const satisfies Manifest<'Healthcheck', 'Shell'>;

/** What the feature needs of the checks. */
export interface HealthChecks {
  get(id: string): HealthRecord | undefined;
  start(container: ContainerRecord, settings: NonNullable<ReturnType<typeof checkSettings>>): void;
  stop(id: string): void;
  forget(id: string): void;
}

/** Owns the health check of a container, and starts and stops the checks with it. */
export const health = (checks: HealthChecks) => {
  const begin = async (
    { Config }: Parameters<typeof settingsOf>[0],
    { container }: { container: ContainerRecord },
  ): Promise<void> => {
    const settings = settingsOf({ Config });
    if (settings) checks.start(container, settings);
    return Promise.resolve();
  };
  return defineFeature<'Healthcheck', 'Shell'>(manifest, {
    defaults({ Config }, { image }) {
      const merged = mergeHealthcheck(Config.Healthcheck, image.config.Healthcheck);
      if (merged) Config.Healthcheck = merged;
    },
    validate({ Config }) {
      checkHealthcheck(Config.Healthcheck);
    },
    started: begin,
    recover: begin,
    exited: (_fields, { container }) => Promise.resolve(checks.stop(container.id)),
    removed: (_fields, { container }) => Promise.resolve(checks.forget(container.id)),
    inspect(_fields, { container }, answer) {
      const record = shown(checks, container);
      if (record && answer.State) answer.State.Health = structuredClone(record);
    },
    list(_fields, { container }, answer) {
      const record = shown(checks, container);
      if (!record || container.state.status !== 'running') return;
      const text = record.Status === 'starting' ? 'health: starting' : record.Status;
      answer.Status = `${answer.Status} (${text})`;
    },
  });
};

const settingsOf = ({
  Config,
}: {
  Config: { Healthcheck?: Parameters<typeof checkSettings>[0]; Shell?: string[] | null };
}) => checkSettings(Config.Healthcheck, Config.Shell);

/** A frozen container cannot be checked, and is not called healthy meanwhile. */
function shown(checks: HealthChecks, { id, state }: ContainerRecord): HealthRecord | undefined {
  const record = checks.get(id);
  return record && state.status === 'paused' ? { ...record, Status: 'unhealthy' } : record;
}
