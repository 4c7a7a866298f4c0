import { AgentError, type Agent } from '@arca/agent-proto';
import type { ContainerRecord } from '@arca/plugin-kit';
import { findImage } from './images.js';

/** What a container takes on disk, in bytes, by the names of inspect and list. */
export interface Sizes {
  /** Its own writable layer. */
  SizeRw: number;
  /** That and the image below it. */
  SizeRootFs: number;
}

/** Looks at the writable layer of a container, which takes time. */
export async function sizesOf(
  agent: Pick<Agent, 'containers' | 'images'>,
  { id, image }: ContainerRecord,
): Promise<Sizes> {
  const [own, below] = await Promise.all([writtenBytes(agent, id), findImage(agent, image.id)]);
  return { SizeRw: own, SizeRootFs: own + (below?.size ?? 0) };
}

/** Bytes in the writable layer; 0 when the container has gone meanwhile. */
export async function writtenBytes(agent: Pick<Agent, 'containers'>, id: string): Promise<number> {
  try {
    return (await agent.containers.usage({ id })).bytes;
  } catch (error) {
    if (error instanceof AgentError && error.code === 'NOT_FOUND') return 0;
    throw error;
  }
}
