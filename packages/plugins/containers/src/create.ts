import type { Agent } from '@arca/agent-proto';
import {
  createRequestParts,
  invalidParameter,
  isCreateField,
  type Containers,
  type OperationFunction,
} from '@arca/plugin-kit';
import { adaptOlderBody } from './older-bodies.js';

/**
 * `POST /containers/create`: makes a container and leaves it unstarted. 400 for a body without a single field of the
 * configuration or with a bad value, 404 for an image that is not there, 409 for a name in use.
 */
export const create =
  (containers: Containers, agent: Agent): OperationFunction<'ContainerCreate'> =>
  async ({ params, body }, call) => {
    const parts = createRequestParts(body);
    if (!Object.keys(parts.Config).some(isCreateField)) {
      throw invalidParameter('config cannot be empty in order to create a container', 'container.no-config');
    }
    const { name, platform } = params;
    const { id, warnings } = await containers.create({
      ...(await adaptOlderBody(parts, call, agent)),
      ...(name && { name }),
      ...(platform && call.atLeast('1.41') && { platform }),
      apiVersion: call.apiVersion,
    });
    return { Id: id, Warnings: warnings };
  };
