import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { labels } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => labels));
export const manifests = [labels.manifest] as const;
