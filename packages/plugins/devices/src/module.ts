import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { devices } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => devices));
export const manifests = [devices.manifest] as const;
