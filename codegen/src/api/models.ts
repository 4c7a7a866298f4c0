import type { OpenApiDocument } from '../description/document.js';
import { HEADER } from '../typescript/header.js';

/** Every schema by its name. */
export function modelsText({ components }: OpenApiDocument): string {
  const lines = Object.keys(components.schemas).map(
    (name) => `export type ${name} = components['schemas']['${name}'];\n`,
  );
  return `${HEADER}import type { components } from './schema.gen.js';\n\n${lines.join('')}`;
}
