export { plugin as default } from './module.js';
