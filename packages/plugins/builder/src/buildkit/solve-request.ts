import type { Ulimit } from '@arca/api';
import { invalidParameter, type OperationRequest } from '@arca/plugin-kit';
import { create } from '@bufbuild/protobuf';
import { randomBytes } from 'node:crypto';
import { json, list } from '../parameters.js';
import { SolveRequestSchema, type SolveRequest } from '../generated/moby/buildkit/v1/control_pb.js';

export type BuildParams = OperationRequest<'ImageBuild'>['params'];

/**
 * What BuildKit is asked for a build by the API; `context` is a URL, empty for the files of the client's session;
 * `hostGateway` the host's address for its steps.
 */
export function solveRequest(params: BuildParams, context: string, hostGateway = ''): SolveRequest {
  const args = json<Record<string, string | null>>(params.buildargs, 'buildargs', {});
  const [output, ...more] = json<{ Type: string; Attrs?: Record<string, string> | null }[]>(
    params.outputs,
    'outputs',
    [],
  );
  if (more.length > 0) throw invalidParameter('multiple outputs not supported', 'build.outputs');
  const exporter = output ?? { Type: 'moby', Attrs: {} };
  const attrs = { ...exporter.Attrs };
  if (exporter.Type === 'moby' || exporter.Type === 'image') {
    if (params.t?.length) attrs.name = params.t.join(',');
  }
  const inline = /^(1|t|true)$/i.test(args['BUILDKIT_INLINE_CACHE'] ?? '');
  return create(SolveRequestSchema, {
    ref: randomBytes(12).toString('hex'),
    session: params.session ?? '',
    frontend: 'dockerfile.v0',
    frontendAttrs: { ...frontendAttrs(params, args, hostGateway), ...(context !== '' && { context }) },
    cache: { exports: inline ? [{ type: 'inline' }] : [] },
    entitlements: params.networkmode === 'host' ? ['network.host'] : [],
    // A build for its cache only has no exporter.
    exporters: exporter.Type === 'cacheonly' ? [] : [{ type: exporter.Type, attrs }],
  });
}

function frontendAttrs(
  params: BuildParams,
  args: Record<string, string | null>,
  hostGateway: string,
): Record<string, string> {
  const { target, dockerfile, platform, networkmode, shmsize, nocache, pull } = params;
  if (networkmode && !['host', 'none', 'default'].includes(networkmode))
    throw invalidParameter(`network mode "${networkmode}" not supported by buildkit`, 'build.networkmode');
  const labels = json<Record<string, string>>(params.labels, 'labels', {});
  const ulimits = json<Ulimit[]>(params.ulimits, 'ulimits', []);
  return {
    ...(target && { target }),
    ...(dockerfile && dockerfile !== '.' && { filename: dockerfile }),
    'cache-from': json<string[]>(params.cachefrom, 'cachefrom', []).join(','),
    ...prefixed('build-arg:', args),
    ...prefixed('label:', labels),
    ...(nocache && { 'no-cache': '' }),
    'image-resolve-mode': pull ? 'pull' : 'local',
    ...(platform && { platform }),
    ...((networkmode === 'host' || networkmode === 'none') && { 'force-network-mode': networkmode }),
    'add-hosts': list(params.extrahosts)
      .map((host) => extraHost(host, hostGateway))
      .join(','),
    ...(shmsize && { 'shm-size': String(shmsize) }),
    ...(ulimits.length > 0 && {
      ulimit: ulimits.map(({ Name, Soft, Hard }) => `${Name}=${Soft}:${Hard}`).join(','),
    }),
  };
}

function prefixed(prefix: string, values: Record<string, string | null>): Record<string, string> {
  const entries = Object.entries(values).filter(([, value]) => value !== null) as [string, string][];
  return Object.fromEntries(entries.map(([name, value]) => [prefix + name, value]));
}

function extraHost(text: string, hostGateway: string): string {
  const colon = text.indexOf(':');
  const [host, address] = [text.slice(0, colon), text.slice(colon + 1)];
  if (colon < 1 || address === '') throw invalidParameter(`invalid host ${text}`, 'build.extrahosts');
  return `${host}=${address === 'host-gateway' ? hostGateway : address}`;
}
