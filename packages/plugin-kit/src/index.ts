export * from './binding.js';
export * from './container.js';
export * from './errors.js';
export * from './feature.js';
export * from './fields.js';
export * from './manifest.js';
export * from './operation.js';
export * from './ports/index.js';
export { operationIds } from './generated/operations.gen.js';
