import type { Process } from '@arca/oci-spec';
import { defaultPath, type ContainerRecord } from '@arca/plugin-kit';

/**
 * The environment of an exec process: what every process has, then the container's, then its own. A name without `=`
 * takes the variable away.
 */
export function execEnvironment(
  { body }: ContainerRecord,
  terminal: boolean,
  own: readonly string[],
): string[] {
  const variables = new Map<string, string>();
  const apply = (entries: readonly string[]) => {
    for (const entry of entries) {
      const equals = entry.indexOf('=');
      if (equals < 0) variables.delete(entry);
      else variables.set(entry.slice(0, equals), entry);
    }
  };
  apply([
    `PATH=${defaultPath}`,
    `HOSTNAME=${body.Config.Hostname ?? ''}`,
    ...(terminal ? ['TERM=xterm'] : []),
  ]);
  apply(body.Config.Env ?? []);
  apply(own);
  return [...variables.values()];
}

/** What belongs to one process alone. */
const processOnly = ['PATH', 'HOSTNAME', 'TERM', 'HOME'];

/**
 * An exec's environment with what features gave the container's process beside the container's own variables: links,
 * devices.
 */
export function withFeatures(
  own: readonly string[],
  { env = [] }: Pick<Process, 'env'>,
  { body }: ContainerRecord,
): string[] {
  const nameOf = (entry: string) => entry.split('=', 1)[0]!;
  const known = new Set([...processOnly, ...[...own, ...(body.Config.Env ?? [])].map(nameOf)]);
  return [...own, ...env.filter((entry) => !known.has(nameOf(entry)))];
}
