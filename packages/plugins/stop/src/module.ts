import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { stop } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => stop));
export const manifests = [stop.manifest] as const;
