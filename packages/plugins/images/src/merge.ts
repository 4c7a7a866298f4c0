import type { HealthConfig, ImageConfig } from '@arca/api';

/**
 * A configuration with what it leaves open taken from another, as dockerd does for a commit: maps are united, variables
 * by name, and commands go together: the other's command is taken only when there is no entrypoint.
 */
export function mergeConfig(own: ImageConfig, other: ImageConfig): ImageConfig {
  const ownCommand = own.Entrypoint?.length ? true : (own.Cmd?.length ?? 0) > 0;
  return imageFields({
    ...own,
    User: own.User || other.User,
    WorkingDir: own.WorkingDir || other.WorkingDir,
    StopSignal: own.StopSignal || other.StopSignal,
    ExposedPorts: united(own.ExposedPorts, other.ExposedPorts),
    Volumes: united(own.Volumes, other.Volumes),
    Labels: { ...other.Labels, ...own.Labels },
    Env: variables(own.Env ?? [], other.Env ?? []),
    Cmd: ownCommand ? own.Cmd : other.Cmd,
    // An empty entrypoint is one that was taken away.
    Entrypoint: own.Entrypoint ?? other.Entrypoint,
    Healthcheck: healthCheck(own.Healthcheck, other.Healthcheck),
  });
}

type Keys = Record<string, Record<string, unknown>> | null | undefined;

const united = (own: Keys, other: Keys) => (own || other ? { ...other, ...own } : undefined);

const nameOf = (variable: string): string => variable.split('=', 1)[0]!;

function variables(own: readonly string[], other: readonly string[]): string[] {
  const names = new Set(own.map(nameOf));
  return [...own, ...other.filter((variable) => !names.has(nameOf(variable)))];
}

type Check = HealthConfig | null | undefined;

function healthCheck(own: Check, other: Check): HealthConfig | undefined {
  if (!own || !other) return own ?? other ?? undefined;
  return {
    Test: own.Test?.length ? own.Test : other.Test,
    Interval: own.Interval || other.Interval,
    Timeout: own.Timeout || other.Timeout,
    StartPeriod: own.StartPeriod || other.StartPeriod,
    StartInterval: own.StartInterval || other.StartInterval,
    Retries: own.Retries || other.Retries,
  };
}

const fields = [
  ...['User', 'ExposedPorts', 'Env', 'Cmd', 'Healthcheck', 'ArgsEscaped', 'Volumes', 'WorkingDir'],
  ...['Entrypoint', 'OnBuild', 'Labels', 'StopSignal', 'Shell'],
] as const;

/** The fields that an image has, without those that say nothing. */
function imageFields(config: ImageConfig): ImageConfig {
  const known: ReadonlySet<string> = new Set(fields);
  const says = ([name, value]: [string, unknown]) =>
    known.has(name) && value !== undefined && value !== null && value !== '' && value !== false;
  return Object.fromEntries(Object.entries(config).filter(says));
}
