import { isDeepStrictEqual } from 'node:util';
import { createFields, fieldPlace, type Part } from '../body.js';
import type { CreateBody, CreateField } from '../fields.js';
import type { Manifest } from '../manifest.js';

const nameOf = (part: Part, key: string): CreateField =>
  (part === 'Config' ? key : `${part}.${key}`) as CreateField;

const valueOf = (body: CreateBody, field: CreateField): unknown => {
  const { part, key } = fieldPlace(field);
  return (body[part] as Record<string, unknown>)[key];
};

/** A body in which fields that the manifest does not declare cannot be looked at: types say so only to TypeScript. */
function declaredOnly(hook: string, body: CreateBody, manifest: Manifest): CreateBody {
  const uses = hook === 'defaults' || hook === 'adapt' ? [] : (manifest.uses ?? []);
  const declared = new Set<string>([...manifest.owns, ...(manifest.reads ?? []), ...uses]);
  const guard = <P extends Part>(part: P): CreateBody[P] =>
    new Proxy(body[part], {
      get: (target, key, receiver) => {
        if (
          typeof key === 'string' &&
          !declared.has(nameOf(part, key)) &&
          createFields.includes(nameOf(part, key))
        ) {
          throw new Error(
            `${manifest.id} looks at ${nameOf(part, key)}, which its manifest does not declare for ${hook}`,
          );
        }
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
  return {
    Config: guard('Config'),
    HostConfig: guard('HostConfig'),
    NetworkingConfig: guard('NetworkingConfig'),
  };
}

/**
 * Calls a hook with the body and then makes sure that it has changed no field that it may not: its own for hooks that
 * fill fields in, none for the others.
 */
export function callObserved<R>(
  hook: string,
  manifest: Manifest,
  body: CreateBody,
  may: 'change' | 'look',
  call: (body: CreateBody) => R,
): R {
  const before = structuredClone(body);
  const result = call(declaredOnly(hook, body, manifest));
  for (const field of createFields) {
    if (may === 'change' && manifest.owns.includes(field)) continue;
    if (isDeepStrictEqual(valueOf(before, field), valueOf(body, field))) continue;
    throw new Error(`hook ${hook} of ${manifest.id} changes ${field}`);
  }
  return result;
}
