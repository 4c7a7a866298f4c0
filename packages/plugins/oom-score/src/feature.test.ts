import { describeFeature } from '@arca/plugin-kit/testing';
import { oomScore } from './feature.js';

describeFeature(oomScore, [
  { name: 'sets a score', body: { HostConfig: { OomScoreAdj: 500 } }, rooms: { 'process.oomScoreAdj': 500 } },
  {
    name: 'warns where it cannot be lowered',
    body: { HostConfig: { OomScoreAdj: -5 } },
    host: { canRaiseLimits: false },
    warnings: ['The host does not allow a lower OOM score than its own. OomScoreAdj discarded.'],
    rooms: {},
  },
  {
    name: 'refuses what is out of range',
    body: { HostConfig: { OomScoreAdj: 1001 } },
    invalid: 'Invalid value 1001, range for oom score adj is [-1000, 1000]',
  },
]);
