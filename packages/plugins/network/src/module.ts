import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { network } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => network));
export const manifests = [network.manifest] as const;
