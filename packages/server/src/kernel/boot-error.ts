/** One reason why the daemon does not boot, and who is to blame. */
export interface BootProblem {
  /** Name of the plugin: its package, or what was given to `--plugin`. */
  plugin: string;
  /** Id of the feature, when it got that far. */
  feature?: string;
  reason: string;
}

/** The loaded plugins do not fit together. All problems are told at once, each with the plugin that it comes from. */
export class BootError extends Error {
  override readonly name = 'BootError';

  constructor(readonly problems: readonly BootProblem[]) {
    super(
      `cannot load the plugins:\n${problems.map((problem) => `  ${describeProblem(problem)}`).join('\n')}`,
    );
  }
}

const describeProblem = ({ plugin, feature, reason }: BootProblem): string =>
  feature === undefined ? `${plugin}: ${reason}` : `${plugin} (feature ${feature}): ${reason}`;
