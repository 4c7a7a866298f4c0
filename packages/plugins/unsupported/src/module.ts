import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { unsupported } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [], () => unsupported));
export const manifests = [unsupported.manifest] as const;
