import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { images } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => images));
export const manifests = [images.manifest] as const;
