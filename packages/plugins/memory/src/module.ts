import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { memory } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => memory));
export const manifests = [memory.manifest] as const;
