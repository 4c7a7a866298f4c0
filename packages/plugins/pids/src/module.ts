import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { pids } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => pids));
export const manifests = [pids.manifest] as const;
