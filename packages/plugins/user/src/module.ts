import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { user } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => user));
export const manifests = [user.manifest] as const;
