import type { Image } from '@arca/agent-proto';
import { hasLabel, invalidParameter, parseFilters } from '@arca/plugin-kit';
import { storedConfig } from './describe.js';

const known = ['dangling', 'label', 'label!', 'before', 'since', 'until', 'reference'];

/** Makes the test that the list's `filters` describe. Throws InvalidParameter for an unknown or bad one. */
export function describeFilters(
  text: string | undefined,
  images: readonly Image[],
): (image: Image) => boolean {
  const filters = parseFilters(text, known);
  const created = (reference: string) => {
    const found = images.find(
      ({ id, repoTags }) =>
        id.startsWith(reference) ||
        id.slice(7).startsWith(reference) ||
        repoTags.includes(reference.includes(':') ? reference : `${reference}:latest`),
    );
    if (!found) throw invalidParameter(`No such image: ${reference}`, 'images.filter');
    return found.createdAt;
  };
  const tests: Record<string, (image: Image, value: string) => boolean> = {
    dangling: (image, value) => truth(value) === (image.repoTags.length === 0),
    label: (image, value) => hasLabel(storedConfig(image).config?.Labels ?? {}, value),
    'label!': (image, value) => !hasLabel(storedConfig(image).config?.Labels ?? {}, value),
    before: (image, value) => image.createdAt < created(value),
    since: (image, value) => image.createdAt > created(value),
    until: (image, value) =>
      image.createdAt < (/^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value)),
    reference: (image, value) => image.repoTags.some((tag) => matchesReference(tag, value)),
  };
  return (image) =>
    [...filters].every(([name, values]) => {
      const test = (value: string) => tests[name]!(image, value);
      // An image must have all the labels, and must not have all those that are excluded.
      return values.length === 0 || (name === 'label' ? values.every(test) : values.some(test));
    });
}

function truth(value: string): boolean {
  if (/^(1|t|true)$/i.test(value)) return true;
  if (/^(0|f|false)$/i.test(value)) return false;
  throw invalidParameter(`invalid filter 'dangling=[${value}]'`, 'images.filter');
}

/** With a `reference` filter an entry shows only the names that match it, as in dockerd. */
export function shownNames(text: string | undefined, names: readonly string[]): string[] {
  const globs = parseFilters(text, known).get('reference') ?? [];
  return names.filter((name) => globs.length === 0 || globs.some((glob) => matchesReference(name, glob)));
}

/** A glob over `name`, `name:tag` or a final part of it, as path.Match reads it: `*` stops at a slash. */
function matchesReference(tag: string, glob: string): boolean {
  const pattern = new RegExp(
    `^${glob
      .replace(/[.+^${}()|\\]/g, '\\$&')
      .replace(/\*/g, '[^/]*')
      .replace(/\?/g, '[^/]')}$`,
  );
  const name = tag.slice(0, tag.lastIndexOf(':'));
  return pattern.test(tag) || pattern.test(name);
}
