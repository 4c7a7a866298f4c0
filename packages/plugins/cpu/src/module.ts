import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { cpu } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => cpu));
export const manifests = [cpu.manifest] as const;
