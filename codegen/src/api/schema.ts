import openapiTS, { astToString } from 'openapi-typescript';
import type { OpenApiDocument } from '../description/document.js';
import { HEADER } from '../typescript/header.js';

/** Paths, operations and schemas as openapi-typescript sees them. A default does not make a property required. */
export async function schemaText(document: OpenApiDocument): Promise<string> {
  const nodes = await openapiTS(structuredClone(document) as never, {
    defaultNonNullable: false,
    silent: true,
  });
  return `${HEADER}${astToString(nodes)}`;
}
