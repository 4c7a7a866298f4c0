import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { system } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => system));
export const manifests = [system.manifest] as const;
