import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { containers } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => containers));
export const manifests = [containers.manifest] as const;
