import type { Agent } from '@arca/agent-proto';
import { notImplemented, type Call } from '@arca/plugin-kit';

/**
 * Throws NotImplemented where no buildkitd is installed. A ping says so beforehand (`Builder-Version: 1`), so that
 * clients build with the classic builder.
 */
export async function available(agent: Agent, { signal }: Pick<Call, 'signal'>): Promise<void> {
  const { available: found } = await agent.buildKit.find({}, { signal });
  if (!found)
    throw notImplemented(
      'BuildKit is not available: this host has no buildkitd. Build with DOCKER_BUILDKIT=0',
      'build.buildkit',
    );
}
