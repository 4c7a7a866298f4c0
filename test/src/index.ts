/** The harness, for the bench: engines on directories of their own, and clients of their API. */
export { Api } from './harness/api.js';
export { BUSYBOX, busyboxRootfs, makeImage, type TestImage } from './harness/busybox.js';
export { must, run } from './harness/command.js';
export type { Engine } from './harness/engine.js';
export { dockerdIsInstalled } from './harness/engines/dockerd.js';
export { loadBusybox, newEngine } from './harness/fleet.js';
export { Registry } from './harness/registry.js';
export { lookUps } from './harness/lookups.js';
export { runDirectory, runName } from './harness/run.js';
export { writeTar } from './harness/tar.js';
export { request } from './harness/http.js';
