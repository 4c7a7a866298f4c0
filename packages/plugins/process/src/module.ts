import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { process } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => process));
export const manifests = [process.manifest] as const;
