import { conflict, invalidParameter } from '@arca/plugin-kit';
import { adjectives, surnames } from './name-words.js';

const allowed = '[a-zA-Z0-9][a-zA-Z0-9_.-]';
const rule = new RegExp(`^${allowed}+$`);

/** Which container has which name. A name is taken before its container exists, so that two cannot get it. */
export class Names {
  readonly #owners = new Map<string, string>();

  /** The id of the container of this name, with or without its slash. */
  owner(name: string): string | undefined {
    return this.#owners.get(bare(name));
  }

  /**
   * Takes a name, which may have a leading slash, for a container; gives it without the slash. Throws InvalidParameter
   * for a bad name, Conflict when another container has it.
   */
  reserve(name: string, id: string): string {
    const wanted = bare(name);
    if (!rule.test(wanted)) {
      throw invalidParameter(
        `Invalid container name (${name}), only ${allowed} are allowed`,
        'container.name.invalid',
      );
    }
    const owner = this.#owners.get(wanted);
    if (owner !== undefined) {
      throw conflict(
        `Conflict. The container name "/${wanted}" is already in use by container "${owner}". ` +
          'You have to remove (or rename) that container to be able to reuse that name.',
        'container.name.in-use',
      );
    }
    this.#owners.set(wanted, id);
    return wanted;
  }

  /** Takes a free name of two words; after some tries one with a digit, at last the short id. */
  generate(id: string, random: () => number = Math.random): string {
    for (let attempt = 0; attempt < 6; attempt++) {
      const digit = attempt > 0 ? Math.floor(random() * 10) : '';
      const name = `${pick(adjectives, random)}_${pick(surnames, random)}${digit}`;
      if (!this.#owners.has(name)) return this.reserve(name, id);
    }
    return this.reserve(id.slice(0, 12), id);
  }

  release(name: string): void {
    this.#owners.delete(name);
  }
}

const bare = (name: string) => (name.startsWith('/') ? name.slice(1) : name);
const pick = (words: readonly string[], random: () => number) =>
  words[Math.floor(random() * words.length)] ?? '';
