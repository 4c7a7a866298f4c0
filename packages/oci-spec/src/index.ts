export * from './claims.js';
export * from './linux.js';
export * from './process.js';
export * from './resources.js';
export * from './rooms.js';
export * from './spec.js';
