import { modelsText } from './api/models.js';
import { operationTableText } from './api/operation-table.js';
import { schemaText } from './api/schema.js';
import { loadApi } from './api-document.js';
import { operationFacts } from './operation-facts.js';
import { operationsText } from './plugin-kit/operations.js';
import { sdkFiles } from './sdk/files.js';
import { serverFiles } from './server/files.js';

/** Generated files by their path in the repository. */
export type GeneratedFiles = Map<string, string>;

/** Makes everything that is generated from the description below `root`, in memory. */
export async function generate(root: string): Promise<GeneratedFiles> {
  const api = await loadApi(root);
  const operations = operationFacts(api);
  const server = await serverFiles(root, api.document, operations);
  const sdk = await sdkFiles(root, api.document, operations);
  return new Map([
    ['packages/api/src/generated/schema.gen.ts', await schemaText(api.document)],
    ['packages/api/src/generated/models.gen.ts', modelsText(api.document)],
    ['packages/api/src/generated/operation-table.gen.ts', operationTableText(operations)],
    ['packages/plugin-kit/src/generated/operations.gen.ts', operationsText(operations)],
    ...below('packages/sdk/src/generated', sdk),
    ...below('packages/server/src/generated', server.files),
  ]);
}

function below(folder: string, files: Map<string, string>): [string, string][] {
  return [...files].map(([path, text]) => [`${folder}/${path}`, text]);
}
