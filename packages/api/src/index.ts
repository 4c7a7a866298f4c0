export * from './generated/models.gen.js';
export * from './generated/operation-table.gen.js';
export type { components, paths, operations } from './generated/schema.gen.js';
