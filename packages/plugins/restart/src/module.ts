import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { restart } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => restart));
export const manifests = [restart.manifest] as const;
