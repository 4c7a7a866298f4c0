import type { OpenApiDocument, Response, Schema, SchemaType } from '../document.js';
import { findOperation } from '../document.js';

/**
 * One named difference between the facts and the description. `apply` makes it on the facts in place and
 * throws when the fault that it corrects is not there (any more).
 */
export interface Correction {
  /** Short and lasting; error messages name it. */
  id: string;
  /** Why the facts are wrong here: what dockerd or its clients really do. */
  reason: string;
  apply(document: OpenApiDocument): void;
}

/** @throws Error naming the correction that no longer applies: its fault is gone, or it changes nothing. */
export function applyCorrections(document: OpenApiDocument, corrections: readonly Correction[]): void {
  let before = JSON.stringify(document);
  for (const { id, apply } of corrections) {
    try {
      apply(document);
    } catch (error) {
      throw new Error(`Correction ${id} no longer applies: ${(error as Error).message}`, { cause: error });
    }
    const after = JSON.stringify(document);
    if (after === before) throw new Error(`Correction ${id} no longer applies: it changes nothing`);
    before = after;
  }
}

/**
 * The schema at a place such as `Mount.BindOptions`, `Resources.Ulimits[]` (items) or
 * `PortMap{}` (values of a map).
 */
export function schemaAt(document: OpenApiDocument, place: string): Schema {
  return slotAt(document, place).get();
}

export function replaceSchema(document: OpenApiDocument, place: string, next: Schema): void {
  slotAt(document, place).set(next);
}

interface Slot {
  get(): Schema;
  set(next: Schema): void;
}

function slotAt(document: OpenApiDocument, place: string): Slot {
  const steps = place.split(/\.|(?=\[\]|\{\})/);
  let slot = slotIn(document.components.schemas, steps[0] as string, place);
  for (const step of steps.slice(1)) slot = slotOfStep(slot.get(), step, place);
  return slot;
}

function slotOfStep(schema: Schema, step: string, place: string): Slot {
  if (step === '[]') return slotIn(schema, 'items', place);
  if (step === '{}') return slotIn(schema, 'additionalProperties', place);
  return slotIn(schema.properties ?? {}, step, place);
}

function slotIn(owner: object, key: string, place: string): Slot {
  const record = owner as Record<string, Schema | undefined>;
  const found = record[key];
  if (typeof found !== 'object') throw new Error(`no schema at ${place}`);
  return { get: () => found, set: (next) => (record[key] = next) };
}

/** The schema, or null beside it. @throws Error when it may be null already. */
export function nullable(schema: Schema): Schema {
  if (schema.$ref !== undefined) return { oneOf: [schema, { type: 'null' }] };
  if (typeof schema.type !== 'string') throw new Error(`${JSON.stringify(schema)} has no single type`);
  return { ...schema, type: [schema.type, 'null'] as SchemaType[] };
}

/** @throws Error when the values differ: the facts no longer say what the correction was made for. */
export function expectFact(actual: unknown, expected: unknown, place: string): void {
  const [is, was] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== was) throw new Error(`${place} is ${is}, not ${was}`);
}

export function responseOf(document: OpenApiDocument, operationId: string, status: string): Response {
  const response = findOperation(document, operationId).responses[status];
  if (response === undefined) throw new Error(`${operationId} has no answer ${status}`);
  return response;
}

/** Calls `visit` with every schema of the document, outermost first. */
export function visitSchemas(document: OpenApiDocument, visit: (schema: Schema) => void): void {
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) return node.forEach(walk);
    for (const [key, value] of Object.entries(node)) {
      if (key === 'schema' || key === 'items') visit(value as Schema);
      if (key === 'properties' || key === 'schemas') Object.values(value as object).forEach(visit);
      if (key === 'additionalProperties' && typeof value === 'object') visit(value as Schema);
      walk(value);
    }
  };
  walk(document);
}
