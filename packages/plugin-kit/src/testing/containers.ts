import type { ContainerRecord } from '../container.js';
import { notFound } from '../errors.js';
import type { Containers } from '../ports/index.js';

/**
 * The port of the life cycle over records in memory: look-ups work, everything else only as the test has it. A call that
 * the test does not expect throws.
 */
export function knownContainers(
  records: readonly ContainerRecord[],
  also: Partial<Containers> = {},
): Containers {
  const known: Partial<Containers> = {
    get(reference) {
      const found = records.find(
        ({ id, name }) => name === reference || (reference !== '' && id.startsWith(reference)),
      );
      if (!found) throw notFound(`No such container: ${reference}`, 'container.unknown');
      return found;
    },
    list: () => records,
    ...also,
  };
  return new Proxy(known, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown;
      if (member === undefined) throw new Error(`unexpected call of ${String(name)}`);
      return member;
    },
  }) as Containers;
}
