import { AgentError, type Networks, type ServiceImplementation } from '@arca/agent-proto';

type Service = ServiceImplementation<typeof Networks>;

/** Makes every error an AgentError, and has every call wait for `ready` before. */
export function guarded(service: Service, ready: () => Promise<void>): Service {
  const guardedService: Record<string, unknown> = {};
  for (const [name, method] of Object.entries(service)) {
    guardedService[name] = async (request: never, options: never) => {
      try {
        await ready();
        return await (method as (request: never, options: never) => Promise<unknown>)(request, options);
      } catch (error) {
        if (error instanceof AgentError) throw error;
        throw new AgentError('INTERNAL', error instanceof Error ? error.message : String(error), undefined, {
          cause: error,
        });
      }
    };
  }
  return guardedService as Service;
}
