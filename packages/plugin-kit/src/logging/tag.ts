import { hostname } from 'node:os';
import type { ContainerRecord } from '../container.js';
import { badLogOption, type LogOptions } from './options.js';
import { expandTemplate } from './template/evaluator.js';
import { TemplateError } from './template/lexer.js';
import { Struct, type Value } from './template/values.js';

/** The command line of a container, as tags and messages show it. */
export const logCommand = ({ body: { Config } }: ContainerRecord): string =>
  [...(Config.Entrypoint ?? []), ...(Config.Cmd ?? [])].join(' ');

const map = (record: Readonly<Record<string, string>> | undefined | null): Value =>
  new Map(Object.entries(record ?? {}));

/** A time as Go prints it. */
const goTime = (time: string) =>
  time.replace(
    /^(\S+)T(\S+?)(?:\.(\d*?)0*)?Z$/,
    (_, day: string, clock: string, fraction?: string) =>
      `${day} ${clock}${fraction ? `.${fraction}` : ''} +0000 UTC`,
  );

/** What a tag template may name, as `{{.Name}}`: the fields and methods of dockerd's `logger.Info`. */
function info(container: ContainerRecord): Struct {
  const { id, name, image, body, createdAt } = container;
  const { Config, HostConfig } = body;
  const [first = '', ...others] = [...(Config.Entrypoint ?? []), ...(Config.Cmd ?? [])];
  return new Struct('*logger.Info', {
    Config: () => map(HostConfig.LogConfig?.Config),
    ContainerID: () => id,
    ContainerName: () => `/${name}`,
    ContainerEntrypoint: () => first,
    ContainerArgs: () => others,
    ContainerImageID: () => image.id,
    ContainerImageName: () => image.reference,
    ContainerCreated: () => goTime(createdAt),
    ContainerEnv: () => Config.Env ?? [],
    ContainerLabels: () => map(Config.Labels),
    DaemonName: () => 'docker',
    ID: () => id.slice(0, 12),
    FullID: () => id,
    Name: () => name,
    ImageID: () => image.id.slice(0, 12),
    ImageFullID: () => image.id,
    ImageName: () => image.reference,
    Command: () => logCommand(container),
    Hostname: () => hostname(),
  });
}

/**
 * The value of the option `tag`: a template of Go's `text/template` over the container, with Docker's functions. Throws
 * System with Go's text for one that cannot be expanded.
 */
export function logTag(container: ContainerRecord, options: LogOptions, byDefault = '{{.ID}}'): string {
  try {
    return expandTemplate('log-tag', options['tag'] || byDefault, info(container));
  } catch (error) {
    if (error instanceof TemplateError) throw badLogOption(error.message);
    throw error;
  }
}
