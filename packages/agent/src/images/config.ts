import { createHash } from 'node:crypto';
import { AgentError } from '@arca/agent-proto';

/** The fields of an OCI image configuration that the agent reads. The rest stays in the text. */
export interface ImageConfig {
  /** As it is in the store. */
  text: string;
  architecture: string;
  os: string;
  variant: string;
  /** ms since the epoch; 0 when there is none. */
  createdAt: number;
  /** Digests of the uncompressed layers, the lowest first. */
  diffIds: string[];
  /** Snapshot names: the chain id of each layer with all below it, the lowest first. */
  chainIds: string[];
}

const invalid = (message: string) => new AgentError('INVALID_ARGUMENT', message);

/** Parses an image configuration. INVALID_ARGUMENT when it is none. */
export function parseConfig(bytes: Uint8Array): ImageConfig {
  const text = Buffer.from(bytes).toString('utf8');
  const document = parseObject(text, 'image configuration');
  const rootfs = document.rootfs as { diff_ids?: unknown } | null | undefined;
  if (typeof rootfs !== 'object' || rootfs === null) throw invalid('invalid image JSON, no RootFS key');
  const diffIds = rootfs.diff_ids ?? [];
  if (
    !Array.isArray(diffIds) ||
    !diffIds.every((id) => typeof id === 'string' && /^sha256:[a-f0-9]{64}$/.test(id))
  ) {
    throw invalid('invalid image JSON: diff_ids are not digests');
  }
  const field = (name: string) => (typeof document[name] === 'string' ? document[name] : '');
  return {
    text,
    architecture: field('architecture'),
    os: field('os'),
    variant: field('variant'),
    createdAt: Math.max(0, Date.parse(field('created')) || 0),
    diffIds: diffIds as string[],
    chainIds: chainIds(diffIds as string[]),
  };
}

/** Parses a JSON object; `what` names it in the error. */
export function parseObject(text: string, what: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new AgentError('INVALID_ARGUMENT', `invalid ${what}: ${(error as Error).message}`, undefined, {
      cause: error,
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid(`invalid ${what}: no object`);
  return value as Record<string, unknown>;
}

/** OCI image specification, "Layer ChainID": the first is the diff id, each next a digest over the one before and its own. */
export function chainIds(diffIds: string[]): string[] {
  const chain: string[] = [];
  for (const diffId of diffIds) {
    const below = chain.at(-1);
    const digest = () => `sha256:${createHash('sha256').update(`${below} ${diffId}`).digest('hex')}`;
    chain.push(below === undefined ? diffId : digest());
  }
  return chain;
}
