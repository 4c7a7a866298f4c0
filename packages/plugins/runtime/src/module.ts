import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { runtime } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => runtime));
export const manifests = [runtime.manifest] as const;
