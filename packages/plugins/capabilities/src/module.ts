import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { capabilities } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => capabilities));
export const manifests = [capabilities.manifest] as const;
