import { AgentError, type Agent } from '@arca/agent-proto';
import {
  filterFlag,
  invalidParameter,
  parseFilters,
  unauthorized,
  type OperationFunction,
} from '@arca/plugin-kit';
import { asking } from './failure.js';
import { registryAuth } from './registry-auth.js';

/** `POST /auth`: whether a registry takes credentials. 401 when it does not. */
export const login =
  (agent: Agent): OperationFunction<'SystemAuth'> =>
  async ({ body }, call) => {
    const { username = '', password = '', serveraddress = '', identitytoken = '' } = body ?? {};
    const auth = { username, password, serverAddress: serveraddress, identityToken: identitytoken };
    try {
      const { identityToken } = await agent.images.login({ auth }, { signal: call.signal });
      return { Status: 'Login Succeeded', IdentityToken: identityToken };
    } catch (error) {
      if (error instanceof AgentError && error.code === 'UNAUTHENTICATED')
        throw unauthorized(error.message, 'images.login', { cause: error });
      return asking(Promise.reject(error as Error));
    }
  };

/** `GET /distribution/{name}/json`: what a registry has under a name. */
export const distribution =
  (agent: Agent): OperationFunction<'DistributionInspect'> =>
  async ({ params }, call) => {
    const auth = registryAuth(params['X-Registry-Auth']);
    const { mediaType, digest, size, platforms } = await asking(
      agent.images.distribution({ reference: params.name, auth }, { signal: call.signal }),
    );
    return {
      Descriptor: { mediaType, digest, size },
      Platforms: platforms.map(({ architecture, os, variant, osVersion }) => ({
        architecture,
        os,
        ...(variant && { variant }),
        ...(osVersion && { 'os.version': osVersion }),
      })),
    };
  };

/** `GET /images/search`: what a registry finds. 400 for a bad filter; 500 where the registry has no search. */
export const search =
  (agent: Agent): OperationFunction<'ImageSearch'> =>
  async ({ params }, call) => {
    const filters = parseFilters(params.filters, ['is-automated', 'is-official', 'stars']);
    const automated = filterFlag(filters, 'is-automated');
    const official = filterFlag(filters, 'is-official');
    const stars = (filters.get('stars') ?? []).map((text) => {
      if (!/^\d+$/.test(text)) throw invalidParameter(`invalid filter 'stars=[${text}]'`, 'filters.value');
      return Number(text);
    });
    const limit = params.limit || 25;
    if (limit < 0 || limit > 100)
      throw invalidParameter(`limit ${limit} is outside the range of [1, 100]`, 'images.limit');
    const { results } = await asking(
      agent.images.search({ term: params.term, limit }, { signal: call.signal }),
    );
    return results
      .filter((result) => automated === undefined || result.automated === automated)
      .filter((result) => official === undefined || result.official === official)
      .filter((result) => stars.every((least) => result.stars >= least))
      .map(({ name, description, stars: count, official: is_official, automated: is_automated }) => ({
        ...{ name, description, star_count: count, is_official, is_automated },
      }));
  };
