import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { hostname } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => hostname));
export const manifests = [hostname.manifest] as const;
