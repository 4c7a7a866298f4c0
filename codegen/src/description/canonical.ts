import type { OpenApiDocument } from './document.js';

/** What says something to readers only. */
const PROSE = new Set(['description', 'summary', 'title', 'example', 'examples', 'externalDocs']);
/** Maps from names to things: their keys are never prose. */
const NAMED = new Set(['properties', 'schemas', 'paths', 'headers', 'content', 'responses']);
const SETS = new Set(['required', 'enum', 'type']);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * The structure of a document and nothing else: paths and components without prose, with parameters and
 * sets in a fixed order and defaults of OpenAPI left out.
 */
export function canonical(document: OpenApiDocument): Json {
  const { paths, components } = document;
  return { paths: namedThings(paths), schemas: namedThings(components.schemas) };
}

function namedThings(things: object): Json {
  return Object.fromEntries(Object.entries(things).map(([name, thing]) => [name, structure(thing)]));
}

function structure(value: unknown): Json {
  if (Array.isArray(value)) return value.map(structure);
  if (typeof value !== 'object' || value === null) return value as Json;
  const kept = Object.entries(value).filter(([key, member]) => !PROSE.has(key) && !isDefault(key, member));
  return Object.fromEntries(kept.map(([key, member]) => [key, memberOf(key, member)]));
}

function memberOf(key: string, member: unknown): Json {
  if (NAMED.has(key) && typeof member === 'object' && member !== null) return namedThings(member);
  if (key === 'parameters') return parametersByName(member as { in: string; name: string }[]);
  if (key === 'default') return member as Json;
  if (SETS.has(key) && Array.isArray(member)) return [...(member as Json[])].sort(byText);
  return structure(member);
}

/** Parameters have no order; one of a kind has a name. */
function parametersByName(parameters: { in: string; name: string }[]): Json {
  return Object.fromEntries(
    parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, structure(parameter)]),
  );
}

function isDefault(key: string, member: unknown): boolean {
  return (
    (key === 'required' && (member === false || isEmpty(member))) || (key === 'parameters' && isEmpty(member))
  );
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function byText(a: Json, b: Json): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** One line for each place at which two canonical documents differ; none when they agree. */
export function differences(facts: Json | undefined, description: Json | undefined, place = ''): string[] {
  if (JSON.stringify(facts) === JSON.stringify(description)) return [];
  if (isRecord(facts) && isRecord(description)) {
    const keys = [...new Set([...Object.keys(facts), ...Object.keys(description)])].sort();
    return keys.flatMap((key) => differences(facts[key], description[key], `${place} › ${key}`));
  }
  return [`${place.slice(3)}: facts ${show(facts)}, description ${show(description)}`];
}

function isRecord(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: Json | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
