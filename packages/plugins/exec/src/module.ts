import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { exec } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => exec));
export const manifests = [exec.manifest] as const;
