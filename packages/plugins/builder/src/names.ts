import { invalidParameter, parseImageReference, referenceFault } from '@arca/plugin-kit';

/** The names of a build's image: complete, each once. Throws InvalidParameter for one that is none, or has a digest. */
export function sanitizeNames(given: readonly string[]): string[] {
  const names = given.filter((name) => name !== '');
  const complete = names.map((name) => {
    const reference = parseImageReference(name);
    if (!reference) throw invalidParameter(referenceFault(name), 'build.name');
    if (reference.digest !== undefined)
      throw invalidParameter('build tag cannot contain a digest', 'build.name');
    return `${reference.domain}/${reference.path}:${reference.tag ?? 'latest'}`;
  });
  return [...new Set(complete)];
}
