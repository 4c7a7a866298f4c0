import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { sysctls } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => sysctls));
export const manifests = [sysctls.manifest] as const;
