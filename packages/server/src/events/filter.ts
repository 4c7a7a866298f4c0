import type { EventMessage } from '@arca/api';
import { familiarName, parseImageReference } from '@arca/plugin-kit';

/** Filters by name, each with its values (`docker events --filter name=value`). */
export type EventFilters = ReadonlyMap<string, readonly string[]>;

/** Filters whose values match the start of the actor's id or name. */
const actorFilters = [
  'daemon',
  'container',
  'plugin',
  'volume',
  'network',
  'node',
  'service',
  'secret',
  'config',
] as const;

/** Actions that carry details after a colon, so that their name alone stands for all of them. */
const detailedActions = ['health_status', 'exec_create', 'exec_start'];

/**
 * True when an event passes all filters, by dockerd's rules: of one filter's values any one is enough, except that an
 * event must have every `label`; a filter that is not known lets everything through.
 */
export function passes(event: EventMessage, filters: EventFilters): boolean {
  const { Type: type = '', Action: action = '', scope = '' } = event;
  const { ID: id = '', Attributes: attributes } = event.Actor ?? {};
  const name = attributes?.['name'] ?? '';
  return (
    passesAction(action, valuesOf(filters, 'event')) &&
    isAny(type, valuesOf(filters, 'type')) &&
    isAny(scope, valuesOf(filters, 'scope')) &&
    actorFilters.every((filter) => {
      const values = valuesOf(filters, filter);
      return startsWithAny(id, values) || startsWithAny(name, values);
    }) &&
    passesImage(event, valuesOf(filters, 'image')) &&
    hasLabels(attributes ?? {}, valuesOf(filters, 'label'))
  );
}

const valuesOf = (filters: EventFilters, name: string): readonly string[] => filters.get(name) ?? [];

const isAny = (text: string, values: readonly string[]): boolean =>
  values.length === 0 || values.includes(text);

const startsWithAny = (text: string, values: readonly string[]): boolean =>
  values.length === 0 || values.some((value) => text.startsWith(value));

function passesAction(action: string, values: readonly string[]): boolean {
  // With one such name among the values, all values match by their start.
  const byStart = values.some((value) => detailedActions.includes(value));
  return byStart ? startsWithAny(action, values) : isAny(action, values);
}

/** Image events by id or name, container events by the name of the container's image; also without the tag. */
function passesImage({ Type, Actor }: EventMessage, values: readonly string[]): boolean {
  if (values.length === 0) return true;
  const id = Actor?.ID ?? '';
  const name = Actor?.Attributes?.[Type === 'image' ? 'name' : 'image'] ?? '';
  return [id, name, withoutTag(id), withoutTag(name)].some((text) => values.includes(text));
}

function withoutTag(text: string): string {
  const reference = parseImageReference(text);
  return reference ? familiarName(reference) : text;
}

function hasLabels(attributes: Readonly<Record<string, string>>, values: readonly string[]): boolean {
  return values.every((value) => {
    const equals = value.indexOf('=');
    if (equals < 0) return Object.hasOwn(attributes, value);
    return attributes[value.slice(0, equals)] === value.slice(equals + 1);
  });
}
