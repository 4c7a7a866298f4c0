import { systemError, type ContainerRecord } from '@arca/plugin-kit';
import type { Options } from './options.js';

/**
 * JSON of what `labels`, `labels-regex`, `env`, `env-regex` and `tag` add to each line, keys in order; empty when nothing.
 * Throws System for a bad regular expression or template.
 */
export function extraAttributes(container: ContainerRecord, options: Options): string {
  const attributes: Record<string, string> = {};
  const take = (values: Record<string, string>, names: string | undefined, pattern: string | undefined) => {
    for (const name of names?.split(',') ?? [])
      if (Object.hasOwn(values, name)) attributes[name] = values[name]!;
    if (!pattern) return;
    const expression = compile(pattern);
    for (const [name, value] of Object.entries(values)) if (expression.test(name)) attributes[name] = value;
  };
  take(container.body.Config.Labels ?? {}, options['labels'], options['labels-regex']);
  take(environment(container), options['env'], options['env-regex']);
  const tag = options['tag'] ? expandTag(options['tag'], container) : '';
  if (tag) attributes['tag'] = tag;
  const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.length > 0 ? JSON.stringify(Object.fromEntries(sorted)) : '';
}

function environment(container: ContainerRecord): Record<string, string> {
  const pairs = (container.body.Config.Env ?? []).filter((entry) => entry.includes('='));
  return Object.fromEntries(
    pairs.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
  );
}

function compile(pattern: string): RegExp {
  try {
    return new RegExp(pattern);
  } catch (error) {
    throw systemError(`error parsing regexp: ${pattern}`, 'log.option', { cause: error });
  }
}

/** What a tag template may name, as `{{.Name}}`. */
const fields: Record<string, (container: ContainerRecord) => string> = {
  ID: ({ id }) => id.slice(0, 12),
  FullID: ({ id }) => id,
  Name: ({ name }) => name,
  ImageID: ({ image }) => image.id.slice(0, 12),
  ImageFullID: ({ image }) => image.id,
  ImageName: ({ image }) => image.reference,
  ContainerID: ({ id }) => id,
  ContainerName: ({ name }) => `/${name}`,
  ContainerImageID: ({ image }) => image.id,
  ContainerImageName: ({ image }) => image.reference,
  Command: ({ body: { Config } }) => [...(Config.Entrypoint ?? []), ...(Config.Cmd ?? [])].join(' '),
  DaemonName: () => 'docker',
};

function expandTag(template: string, container: ContainerRecord): string {
  return template.replace(/\{\{(.*?)\}\}/g, (_, inner: string) => {
    const name = /^-?\s*\.(\w+)\s*-?$/.exec(inner.trim())?.[1] ?? '';
    const field = fields[name];
    if (!field) {
      throw systemError(`template: log-tag:1: cannot evaluate {{${inner}}} in a log tag`, 'log.option');
    }
    return field(container);
  });
}
