import type { Agent, ImageProgress } from '@arca/agent-proto';
import type { BuildInfo, CreateImageInfo } from '@arca/api';
import {
  familiarName,
  familiarReference,
  invalidParameter,
  notImplemented,
  parseImageReference,
  type OperationFunction,
} from '@arca/plugin-kit';
import { applyChanges } from './changes.js';
import { failure } from './failure.js';
import type { ImageEvents, Told } from './image-events.js';
import { formatPlatform, platformOf } from './platforms.js';
import { registryAuth } from './registry-auth.js';

/** One line of Docker's progress stream, without what is not set. */
export function line(progress: ImageProgress): CreateImageInfo & { progress?: string } {
  const { id, status, current, total } = progress;
  // dockerd tells this one as a message, not as progress.
  const isMessage = status.startsWith('Pulling from ');
  const detail = current > 0 || total > 0 ? { current, ...(total > 0 ? { total } : {}) } : {};
  return {
    status,
    ...(id && !isMessage ? { progressDetail: detail } : {}),
    ...(id ? { id } : {}),
    ...(current > 0 ? { progress: progressBar(current, total) } : {}),
  };
}

/** The bar that clients print as it is: fifty columns with their arrow, and both sizes, as dockerd writes it. */
function progressBar(current: number, total: number): string {
  const size = (bytes: number) => {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = bytes;
    let unit = 0;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return `${Number(value.toPrecision(4))}${units[unit]}`;
  };
  const done = size(current).padStart(8);
  if (total <= 0) return done;
  const columns = Math.min(50, Math.floor((current / total) * 50));
  const bar = `[${'='.repeat(columns)}>${' '.repeat(50 - columns)}]`;
  return current > total ? `${bar} ${done}` : `${bar} ${done}/${size(total)}`;
}

/** Ends like its source, with the agent's failures in the API's terms. */
export async function* lines<T>(
  source: AsyncIterable<ImageProgress>,
  map: (progress: ImageProgress) => T | undefined | Promise<T | undefined>,
) {
  try {
    for await (const progress of source) {
      const item = await map(progress);
      if (item !== undefined) yield item;
    }
  } catch (error) {
    throw failure(error);
  }
}

/** Operations that bring images in from outside, each telling its progress. */
export class TransferOperations {
  constructor(
    private readonly agent: Agent,
    private readonly events: ImageEvents,
  ) {}

  readonly create: OperationFunction<'ImageCreate'> = (request, call) => {
    const { fromImage, fromSrc } = request.params;
    if (fromImage) return Promise.resolve(this.pull(request.params, call.signal));
    if (!fromSrc) throw invalidParameter('fromImage or fromSrc must be given', 'images.source');
    if (fromSrc !== '-') {
      throw notImplemented(
        'importing from a URL is not supported: send the archive in the body (fromSrc=-)',
        'images.import-url',
      );
    }
    return Promise.resolve(this.import(request, call.signal));
  };

  readonly load: OperationFunction<'ImageLoad'> = ({ params, body }, call) => {
    const platform = platformOf(call, '1.48', params.platform);
    // What is wrong with an archive is told in the stream: clients only look there.
    call.flushHeaders('application/json');
    const progress = this.agent.streams.load(
      body,
      { quiet: params.quiet ?? true, platform: platform ? formatPlatform(platform) : '' },
      { signal: call.signal },
    );
    const answers = lines<BuildInfo>(progress, async (item) => {
      const { imageId } = item;
      if (imageId) await this.events.tellOf('load', imageId, { id: imageId, name: imageId });
      if (item.stream) return { stream: item.stream };
      return item.status ? line(item) : undefined;
    });
    return Promise.resolve(answers);
  };

  private pull(params: Parameters<OperationFunction<'ImageCreate'>>[0]['params'], signal: AbortSignal) {
    const { fromImage = '', tag = '', platform = '' } = params;
    const separator = /^[a-z0-9]+:[0-9a-f]{32,}$/.test(tag) ? '@' : ':';
    const progress = this.agent.images.pull(
      {
        reference: tag ? `${fromImage}${separator}${tag}` : fromImage,
        platform,
        // A name with neither tag nor digest means every tag.
        allTags: tag === '' && isBareName(fromImage),
        auth: registryAuth(params['X-Registry-Auth']),
      },
      { signal },
    );
    return lines<CreateImageInfo>(progress, async (item) => {
      if (item.imageId) await this.events.tellOf('pull', item.imageId, pulled(item.reference));
      return item.status ? line(item) : undefined;
    });
  }

  private import({ params, body }: Parameters<OperationFunction<'ImageCreate'>>[0], signal: AbortSignal) {
    const { repo = '', tag = '', message = '', platform = '' } = params;
    const config = JSON.stringify(applyChanges(params.changes ?? []));
    const reference = repo ? `${repo}:${tag || 'latest'}` : '';
    const progress = this.agent.streams.import(body, { reference, config, message, platform }, { signal });
    return lines<CreateImageInfo>(progress, async (item) => {
      const { imageId } = item;
      if (imageId) await this.events.tellOf('import', imageId, { id: imageId, name: imageId });
      return imageId ? { status: imageId } : item.status ? line(item) : undefined;
    });
  }
}

function isBareName(text: string): boolean {
  const parsed = parseImageReference(text);
  return parsed !== undefined && parsed.tag === undefined && parsed.digest === undefined;
}

/** An image that was pulled is told by its reference, and by its name without the tag. */
function pulled(reference: string): Told {
  const parsed = parseImageReference(reference);
  return { id: familiarReference(reference), name: parsed ? familiarName(parsed) : reference };
}
