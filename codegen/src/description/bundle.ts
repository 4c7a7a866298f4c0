import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import type { OpenApiDocument, Schema } from './document.js';
import { refTo } from './document.js';

type Node = Record<string, unknown>;
interface Target {
  file: string;
  pointer: string[];
}

/** Docker's API; Arca's own routes are in `arca.yaml`. */
export const DOCKER_API = 'openapi.yaml';
export const ARCA_API = 'arca.yaml';

/**
 * Reads the description below `openapi/` of the repository at `root` into one document.
 *
 * Path items, parameters and answers that are references are put in place (a `description` beside such a
 * reference wins over the target's). Schemas stay references, all of the form `#/components/schemas/<name>`;
 * a schema is named by the last step of its reference. The order of schemas is that of their names.
 *
 * @throws Error naming the file and the reference that leads nowhere, or a name that two schemas claim.
 */
export async function loadDescription(root: string, name: string = DOCKER_API): Promise<OpenApiDocument> {
  const folder = join(root, 'openapi');
  const bundle = new Bundle(folder);
  const entry = join(folder, name);
  const document = (await bundle.read(entry)) as Node;
  const { components, ...rest } = document;
  const own = Object.keys((components as Node | undefined)?.['schemas'] ?? {});
  for (const schema of own) bundle.claim({ file: entry, pointer: ['components', 'schemas', schema] });
  const expanded = (await bundle.expand(rest, entry)) as unknown as OpenApiDocument;
  return { ...expanded, components: { schemas: await bundle.schemas() } };
}

class Bundle {
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #claims = new Map<string, Target>();

  constructor(readonly folder: string) {}

  read(file: string): Promise<unknown> {
    const known = this.#files.get(file);
    if (known !== undefined) return known;
    const reading = readFile(file, 'utf8').then((text) => parse(text) as unknown);
    this.#files.set(file, reading);
    return reading;
  }

  async expand(node: unknown, file: string): Promise<unknown> {
    if (Array.isArray(node)) return Promise.all(node.map((member) => this.expand(member, file)));
    if (typeof node !== 'object' || node === null) return node;
    const { $ref, ...siblings } = node as Node;
    if (typeof $ref === 'string') return this.#follow($ref, siblings, file);
    const members = Object.entries(node).map(async ([key, value]) => [key, await this.expand(value, file)]);
    return Object.fromEntries((await Promise.all(members)) as [string, unknown][]);
  }

  async #follow(reference: string, siblings: Node, from: string): Promise<unknown> {
    const target = this.#target(reference, from);
    if (this.#isSchema(target)) return { ...refTo(this.claim(target)), ...siblings };
    const found = await this.#find(target, `${reference} in ${this.#shown(from)}`);
    return { ...((await this.expand(found, target.file)) as Node), ...siblings };
  }

  /** Gives the schema its name. */
  claim(target: Target): string {
    const name = target.pointer.at(-1) as string;
    const other = this.#claims.get(name);
    if (
      other !== undefined &&
      (other.file !== target.file || other.pointer.length !== target.pointer.length)
    ) {
      throw new Error(`${name} is a schema of ${this.#shown(other.file)} and of ${this.#shown(target.file)}`);
    }
    this.#claims.set(name, target);
    return name;
  }

  /** All claimed schemas, and those which they refer to. */
  async schemas(): Promise<Record<string, Schema>> {
    const done = new Map<string, Schema>();
    while (done.size < this.#claims.size) {
      for (const [name, target] of [...this.#claims]) {
        if (done.has(name)) continue;
        const found = await this.#find(target, `the schema ${name} in ${this.#shown(target.file)}`);
        done.set(name, (await this.expand(found, target.file)) as Schema);
      }
    }
    return Object.fromEntries([...done].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #target(reference: string, from: string): Target {
    const [path, pointer = ''] = reference.split('#') as [string, string?];
    const steps = pointer.split('/').slice(1);
    return {
      file: path === '' ? from : resolve(dirname(from), path),
      pointer: steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
    };
  }

  #isSchema({ file, pointer }: Target): boolean {
    return dirname(file) === join(this.folder, 'schemas') || pointer[1] === 'schemas';
  }

  async #find({ file, pointer }: Target, what: string): Promise<unknown> {
    let node = await this.read(file);
    for (const step of pointer) node = (node as Node | undefined)?.[step];
    if (node === undefined || node === null) throw new Error(`${what} leads nowhere`);
    return node;
  }

  #shown(file: string): string {
    return relative(this.folder, file);
  }
}
