import { defineFeature, invalidParameter, type Slice } from '@arca/plugin-kit';

type Policy = Slice<'HostConfig.RestartPolicy'>['HostConfig']['RestartPolicy'];

/** What happens after the process has ended; the life cycle acts on it. */
export const restart = defineFeature(
  {
    id: 'restart',
    summary: 'Restart policy and automatic removal',
    owns: ['HostConfig.RestartPolicy', 'HostConfig.AutoRemove'],
    updates: ['HostConfig.RestartPolicy'],
    flags: { 'HostConfig.RestartPolicy': '--restart', 'HostConfig.AutoRemove': '--rm' },
    effects: { 'HostConfig.RestartPolicy': 'life cycle', 'HostConfig.AutoRemove': 'life cycle' },
  },
  {
    defaults({ HostConfig }) {
      HostConfig.RestartPolicy = { Name: 'no', MaximumRetryCount: 0, ...HostConfig.RestartPolicy };
      if (!HostConfig.RestartPolicy.Name) HostConfig.RestartPolicy.Name = 'no';
    },
    validate({ HostConfig }) {
      validate(HostConfig.RestartPolicy);
      if (HostConfig.AutoRemove && restarts(HostConfig.RestartPolicy)) {
        throw invalidParameter(
          "can't create 'AutoRemove' container with restart policy",
          'restart.auto-remove',
        );
      }
    },
    update(changed, { HostConfig }) {
      if (!changed.RestartPolicy?.Name) return;
      validate(changed.RestartPolicy);
      if (HostConfig.AutoRemove && restarts(changed.RestartPolicy)) {
        throw invalidParameter(
          'Restart policy cannot be updated because AutoRemove is enabled for the container',
          'restart.update-auto-remove',
        );
      }
      HostConfig.RestartPolicy = changed.RestartPolicy;
    },
  },
);

const restarts = (policy: Policy) => Boolean(policy?.Name) && policy?.Name !== 'no';

function validate(policy: Policy): void {
  const { Name: name = '', MaximumRetryCount: retries = 0 } = policy ?? {};
  switch (name) {
    case 'always':
    case 'unless-stopped':
    case 'no':
      if (retries === 0) return;
      throw invalidParameter(
        `invalid restart policy: maximum retry count can only be used with 'on-failure'${retries < 0 ? ' and cannot be negative' : ''}`,
        'restart.retries',
      );
    case 'on-failure':
      if (retries >= 0) return;
      throw invalidParameter(
        'invalid restart policy: maximum retry count cannot be negative',
        'restart.retries',
      );
    case '':
      return;
    default:
      throw invalidParameter(
        `invalid restart policy: unknown policy '${String(name)}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`,
        'restart.policy',
      );
  }
}
