import { describeFeature } from '@arca/plugin-kit/testing';
import { ulimits } from './feature.js';

describeFeature(ulimits, [
  {
    name: 'sets limits',
    body: { HostConfig: { Ulimits: [{ Name: 'nofile', Soft: 10, Hard: 20 }] } },
    rooms: { 'process.rlimits[RLIMIT_NOFILE]': { soft: 10, hard: 20 } },
  },
  {
    name: 'lowers what the host does not allow, and says so',
    body: { HostConfig: { Ulimits: [{ Name: 'nofile', Soft: 50, Hard: 5000 }] } },
    host: { canRaiseLimits: false, nofileHard: 1000 },
    warnings: ['The host allows no more than 1000 open files. The nofile ulimit was lowered to it.'],
    rooms: { 'process.rlimits[RLIMIT_NOFILE]': { soft: 50, hard: 1000 } },
  },
  {
    name: 'refuses an unknown limit',
    body: { HostConfig: { Ulimits: [{ Name: 'luck', Soft: 1, Hard: 1 }] } },
    invalid: 'invalid ulimit type: luck',
  },
  {
    name: 'refuses a soft limit above the hard one',
    body: { HostConfig: { Ulimits: [{ Name: 'core', Soft: 2, Hard: 1 }] } },
    invalid: 'ulimit soft limit must be less than or equal to hard limit: 2 > 1',
  },
]);
