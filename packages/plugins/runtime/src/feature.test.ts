import { describeFeature } from '@arca/plugin-kit/testing';
import { runtime } from './feature.js';

describeFeature(runtime, [
  { name: 'takes the default', completed: { HostConfig: { Runtime: 'crun' } } },
  {
    name: 'takes another that is there',
    body: { HostConfig: { Runtime: 'runc', Isolation: 'default' } },
    completed: { HostConfig: { Runtime: 'runc' } },
  },
  {
    name: 'refuses an unknown one',
    body: { HostConfig: { Runtime: 'fast' } },
    invalid: 'unknown or invalid runtime name: fast',
  },
  {
    name: 'refuses one that does not work here',
    body: { HostConfig: { Runtime: 'crun' } },
    host: {
      runtimes: [
        { name: 'crun', path: '/usr/bin/crun', version: '1.8', usable: false, reason: 'no hugetlb' },
      ],
    },
    invalid: 'runtime crun cannot be used on this host: no hugetlb',
  },
  {
    name: 'refuses what only Windows has',
    body: { HostConfig: { Isolation: 'hyperv' } },
    invalid: "invalid isolation 'hyperv' on linux",
  },
]);
