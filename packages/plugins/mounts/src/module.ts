import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { mounts } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => mounts));
export const manifests = [mounts.manifest] as const;
