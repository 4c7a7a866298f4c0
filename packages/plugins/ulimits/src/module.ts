import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { ulimits } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => ulimits));
export const manifests = [ulimits.manifest] as const;
