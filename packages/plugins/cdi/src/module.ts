import { bindFeature, ports } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { cdi } from './feature.js';

export const plugin = new ContainerModule((options) => bindFeature(options, [ports.daemon], cdi));
/** Manifests do not depend on the daemon's settings. */
export const manifests = [cdi({ cdiSpecDirs: [] }).manifest] as const;
