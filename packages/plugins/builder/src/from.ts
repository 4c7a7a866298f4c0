import type { Image } from '@arca/agent-proto';
import type { ImageConfig } from '@arca/api';
import { defaultPath, parseImageReference, referenceFault } from '@arca/plugin-kit';
import { BuildFailure, type Build, type Progress } from './step.js';

/** An image that a stage begins with or copies from; it is pulled when it is missing, or when that is asked for. */
export async function baseImage(
  build: Build,
  { lines }: Pick<Progress, 'lines'>,
  reference: string,
  platform: string,
): Promise<Image> {
  const { agent } = build.tools;
  const get = (wanted: string) => agent.images.get({ reference, platform: wanted }).catch(() => undefined);
  // What is here under the name may be an index with several platforms, or an image of another one.
  const find = async () => (await get(platform)) ?? get('');
  const present = await get(platform);
  if (present && !build.request.pull) return present;
  if (present && !parseImageReference(reference)) return present;
  await pull(build, lines, reference, platform);
  const pulled = await find();
  if (!pulled) throw new BuildFailure(`No such image: ${reference}`);
  return pulled;
}

async function pull(
  build: Build,
  lines: Progress['lines'],
  reference: string,
  platform: string,
): Promise<void> {
  const operation = build.tools.catalog.operation('ImageCreate');
  const parsed = parseImageReference(reference);
  if (!operation || !parsed) throw new BuildFailure(referenceFault(reference));
  const { request, call } = build;
  const auth = request.credentials[parsed.domain] ?? request.credentials[`https://index.docker.io/v1/`];
  const header = auth && Buffer.from(JSON.stringify(auth)).toString('base64url');
  const params = {
    fromImage: parsed.tag === undefined && parsed.digest === undefined ? `${reference}:latest` : reference,
    ...(platform && { platform }),
    ...(header && { 'X-Registry-Auth': header }),
  };
  const progress = await operation({ params, body: undefined as never }, call);
  for await (const item of progress) lines.push(item);
}

/** The configuration that a stage on an image begins with. */
export function configOf(image: Image): ImageConfig {
  const { config } = JSON.parse(image.config) as { config?: ImageConfig };
  return withPath({ ...config });
}

/** What a stage on nothing begins with. */
export const emptyConfig = (): ImageConfig => withPath({});

function withPath(config: ImageConfig): ImageConfig {
  const env = config.Env ?? [];
  if (env.some((entry) => entry.startsWith('PATH='))) return config;
  return { ...config, Env: [...env, `PATH=${defaultPath}`] };
}
