import { defineFeature, invalidParameter } from '@arca/plugin-kit';

/** How readily the kernel's OOM killer chooses the process: `/proc/<pid>/oom_score_adj`. */
export const oomScore = defineFeature(
  {
    id: 'oom-score',
    summary: 'OOM score adjustment',
    owns: ['HostConfig.OomScoreAdj'],
    writes: ['process.oomScoreAdj'],
    flags: { 'HostConfig.OomScoreAdj': '--oom-score-adj' },
  },
  {
    validate({ HostConfig }) {
      const value = HostConfig.OomScoreAdj ?? 0;
      if (value < -1000 || value > 1000) {
        throw invalidParameter(
          `Invalid value ${value}, range for oom score adj is [-1000, 1000]`,
          'oom-score.range',
        );
      }
    },
    adapt({ HostConfig }, { host, warn }) {
      if (host.canRaiseLimits || (HostConfig.OomScoreAdj ?? 0) >= 0) return;
      warn('The host does not allow a lower OOM score than its own. OomScoreAdj discarded.');
      HostConfig.OomScoreAdj = 0;
    },
    spec({ HostConfig }, rooms) {
      if (HostConfig.OomScoreAdj)
        rooms.set('process.oomScoreAdj', HostConfig.OomScoreAdj, 'HostConfig.OomScoreAdj');
    },
  },
);
