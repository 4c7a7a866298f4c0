export * from './duration.js';
export * from './expand.js';
export * from './instructions.js';
export * from './words.js';
