import type { Agent } from '@arca/agent-proto';
import type { Clock, Events, Log } from '@arca/plugin-kit';
import type { Host } from '../kernel/host.js';
import type { LogService } from '../logs/log-service.js';
import type { CreatePipeline, FeatureLifecycle } from './collaborators.js';
import type { Registry } from './registry.js';

/** What the parts of the life cycle share. */
export interface Dependencies {
  readonly agent: Agent;
  readonly host: Pick<Host, 'info'>;
  readonly pipeline: CreatePipeline;
  readonly features: FeatureLifecycle;
  readonly logs: LogService;
  readonly events: Events;
  readonly clock: Clock;
  readonly log: Log;
  readonly registry: Registry;
}
