export { manifests, plugin, plugin as default } from './module.js';
