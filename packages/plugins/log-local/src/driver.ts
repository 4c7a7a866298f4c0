import { join } from 'node:path';
import { FileDriver } from '@arca/plugin-kit';
import { recordFormat } from './format.js';
import { rotationPolicy, validateNames } from './options.js';

/** The driver `local`: compact files, compressed when they are rotated away, that only this driver reads. */
export const local = (): FileDriver =>
  new FileDriver({
    name: 'local',
    inspected: false,
    validate: validateNames,
    file: (container) => join(container.directory, 'local-logs', 'container.log'),
    policy: rotationPolicy,
    format: () => recordFormat,
  });
