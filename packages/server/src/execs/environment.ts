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
