export * from './build-cache.js';
export * from './catalog.js';
export * from './containers.js';
export * from './daemon.js';
export * from './local-datagrams.js';
export * from './logs.js';
export * from './networks.js';
export * from './volumes.js';
