export * from './attributes.js';
export * from './options.js';
export * from './tag.js';
