export { FileDriver, type FileDriverParts } from './driver.js';
export type { LogDecoder, LogEncoder, LogFormat } from './format.js';
export { copyLines, type CopiedLines, type LineJoint } from './lines.js';
export type { RotationPolicy } from './rotation.js';
