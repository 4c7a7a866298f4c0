import { AgentError, type AgentCode } from '@arca/agent-proto';
import { ArcaError, systemError, type ErrorKind, type ErrorOrigin } from '@arca/plugin-kit';
import type { HookName, LoadedFeature } from './loaded-feature.js';

/** What the agent's codes mean to a client. */
const kinds: Record<AgentCode, ErrorKind> = {
  NOT_FOUND: 'NotFound',
  ALREADY_EXISTS: 'Conflict',
  INVALID_ARGUMENT: 'InvalidParameter',
  FAILED_PRECONDITION: 'Conflict',
  UNAUTHENTICATED: 'Unauthorized',
  PERMISSION_DENIED: 'Forbidden',
  UNAVAILABLE: 'Unavailable',
  UNIMPLEMENTED: 'NotImplemented',
  CANCELLED: 'System',
  INTERNAL: 'System',
};

/** An agent's error as a client's; others stay as they are. */
export function fromAgent(error: unknown): unknown {
  if (!(error instanceof AgentError)) return error;
  return new ArcaError(kinds[error.code], error.message, `agent.${error.code.toLowerCase()}`, {
    cause: error,
  });
}

/**
 * Any exception of a plugin as an ArcaError with its origin. What is not one of ours is a fault of the plugin: kind
 * System, and the message names the plugin. The innermost origin stays.
 */
export function failureOf(error: unknown, origin: ErrorOrigin): ArcaError {
  const known = fromAgent(error);
  if (known instanceof ArcaError) {
    known.origin ??= origin;
    return known;
  }
  const where =
    origin.feature === undefined ? origin.plugin : `feature ${origin.feature} of ${origin.plugin}`;
  const reason = error instanceof Error ? error.message : String(error);
  const failure = systemError(`${where} failed in ${origin.hook}: ${reason}`, 'plugin.failed', {
    cause: error,
  });
  failure.origin = origin;
  return failure;
}

/**
 * Hooks that cannot blame the request: what they throw is the server's failure. `defaults` can, of a value that cannot
 * even be read. docs/hooks.md has the table.
 */
const blameless: Partial<Record<HookName, readonly ErrorKind[]>> = {
  defaults: ['InvalidParameter'],
  adapt: [],
  spec: [],
  inspect: [],
  list: [],
};

/** The error with which a feature's hook fails. */
export function hookFailure(error: unknown, { plugin, id }: LoadedFeature, hook: HookName): ArcaError {
  const failure = failureOf(error, { plugin, feature: id, hook });
  const allowed = blameless[hook];
  if (!allowed || allowed.includes(failure.kind) || failure.kind === 'System') return failure;
  const system = systemError(failure.message, failure.code, { cause: failure });
  system.origin = failure.origin!;
  return system;
}
