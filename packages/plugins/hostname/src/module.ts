import { bindFeature, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { hostname } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [ports.containers], hostname));
export const manifests = [hostname(undefined as never).manifest] as const;
