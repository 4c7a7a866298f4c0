export { plugin, plugin as default } from './module.js';
