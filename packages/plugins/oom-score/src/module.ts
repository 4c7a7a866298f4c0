import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { oomScore } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => oomScore));
export const manifests = [oomScore.manifest] as const;
