import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { security } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => security));
export const manifests = [security.manifest] as const;
