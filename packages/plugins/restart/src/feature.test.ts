import { describeFeature } from '@arca/plugin-kit/testing';
import { restart } from './feature.js';

describeFeature(restart, [
  {
    name: 'restarts nothing by default',
    completed: { HostConfig: { RestartPolicy: { Name: 'no', MaximumRetryCount: 0 } } },
  },
  {
    name: 'takes a policy, and another later',
    body: { HostConfig: { RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 } } },
    update: {
      changes: { RestartPolicy: { Name: 'always', MaximumRetryCount: 0 } },
      completed: { HostConfig: { RestartPolicy: { Name: 'always', MaximumRetryCount: 0 } } },
    },
  },
  {
    name: 'refuses a policy for what removes itself',
    body: { HostConfig: { AutoRemove: true, RestartPolicy: { Name: 'always' } } },
    invalid: "can't create 'AutoRemove' container with restart policy",
  },
  {
    name: 'refuses it later as well',
    body: { HostConfig: { AutoRemove: true } },
    update: {
      changes: { RestartPolicy: { Name: 'always' } },
      invalid: 'Restart policy cannot be updated because AutoRemove is enabled for the container',
    },
  },
  {
    name: 'refuses a count where it means nothing',
    body: { HostConfig: { RestartPolicy: { Name: 'always', MaximumRetryCount: 1 } } },
    invalid: "invalid restart policy: maximum retry count can only be used with 'on-failure'",
  },
  {
    name: 'refuses a negative count',
    body: { HostConfig: { RestartPolicy: { Name: 'on-failure', MaximumRetryCount: -1 } } },
    invalid: 'invalid restart policy: maximum retry count cannot be negative',
  },
  {
    name: 'refuses another policy',
    body: { HostConfig: { RestartPolicy: { Name: 'sometimes' as 'no' } } },
    invalid:
      "invalid restart policy: unknown policy 'sometimes'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'",
  },
]);
