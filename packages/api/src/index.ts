export * from './generated/models.gen.js';
export type { components, paths, operations } from './generated/schema.gen.js';
