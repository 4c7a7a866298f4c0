import { modelsText } from './api/models.js';
import { operationTableText } from './api/operation-table.js';
import { schemaText } from './api/schema.js';
import { loadApi } from './api-document.js';
import type { OpenApiDocument } from './description/document.js';
import { operationFacts, type OperationFacts } from './operation-facts.js';
import { lineKernelText } from './plugin-kit/line-kernel.js';
import { operationsText } from './plugin-kit/operations.js';
import { sdkFiles } from './sdk/files.js';
import { serverFiles } from './server/files.js';

/** Generated files by their path in the repository. */
export type GeneratedFiles = Map<string, string>;

export interface Generation {
  files: GeneratedFiles;
  document: OpenApiDocument;
  operations: OperationFacts[];
  /** The document that tsoa reads back from the controllers. */
  readBack: unknown;
}

/** Makes everything that is generated from the description below `root`, in memory. */
export async function generate(root: string): Promise<Generation> {
  const api = await loadApi(root);
  const { document } = api;
  const operations = operationFacts(api);
  const server = await serverFiles(root, document, operations);
  const sdk = await sdkFiles(root, document, operations);
  const files = new Map([
    ['packages/api/src/generated/schema.gen.ts', await schemaText(document)],
    ['packages/api/src/generated/models.gen.ts', modelsText(document)],
    ['packages/api/src/generated/operation-table.gen.ts', operationTableText(operations)],
    ['packages/plugin-kit/src/generated/operations.gen.ts', operationsText(operations)],
    ['packages/plugin-kit/src/generated/lines.gen.ts', await lineKernelText(root)],
    ...below('packages/sdk/src/generated', sdk),
    ...below('packages/server/src/generated', server.files),
  ]);
  return { files, document, operations, readBack: server.spec };
}

function below(folder: string, files: Map<string, string>): [string, string][] {
  return [...files].map(([path, text]) => [`${folder}/${path}`, text]);
}
