import { bindFeature } from '@arca/plugin-kit';
import { ContainerModule } from 'inversify';
import { siteFeature } from './feature.js';

/** What `arcad --plugin` loads: one feature, which asks for no port. */
export const plugin = new ContainerModule((options) => bindFeature(options, [], () => siteFeature));
