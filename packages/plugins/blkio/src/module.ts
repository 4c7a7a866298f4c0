import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { blkio } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => blkio));
export const manifests = [blkio.manifest] as const;
