import { bindFeature, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { namespaces } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [ports.containers], namespaces));
export const manifests = [namespaces(undefined as never).manifest] as const;
