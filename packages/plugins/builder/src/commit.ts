import { shellOf } from '@arca/plugin-kit';
import { cacheKey } from './cache.js';
import { stepOfSources } from './cache-sources.js';
import type { Build, Progress } from './step.js';

/** How a step that runs no command is written in the history. */
export const nothingRun = ({ config }: Progress, comment: string, gap = ' '): string =>
  `${shellOf(config).join(' ')} #(nop) ${gap}${comment}`;

/**
 * Makes the image of a step, or takes that of an earlier build. `make` gives the container whose changes the step is;
 * none for a step that changes the configuration only.
 */
export async function commitStep(
  build: Build,
  progress: Progress,
  createdBy: string,
  {
    make,
    done,
    depends = [],
  }: {
    make?: () => Promise<string>;
    done?: (container: string) => Promise<void>;
    depends?: readonly string[];
  } = {},
): Promise<void> {
  const { agent, cache } = build.tools;
  const config = JSON.stringify(progress.config);
  const key = cacheKey(progress.imageId, createdBy, [config, progress.author, ...depends]);
  const known = build.request.useCache ? await find(build, progress, createdBy, { key, config }) : undefined;
  if (known !== undefined) {
    progress.lines.text(' ---> Using cache\n');
    progress.imageId = known;
    return;
  }
  const containerId = (await make?.()) ?? '';
  try {
    const { imageId } = await agent.images.commit({
      ...{ containerId, config, createdBy, buildCache: true },
      imageId: progress.imageId,
      author: progress.author,
    });
    progress.imageId = imageId;
    cache.keep(key, imageId, createdBy);
  } finally {
    if (containerId !== '') await done?.(containerId);
  }
}

/** A step of this daemon; where the request names images to look in, only of them and of what they were made from. */
async function find(
  build: Build,
  progress: Progress,
  createdBy: string,
  { key, config }: { key: string; config: string },
): Promise<string | undefined> {
  const { request, tools } = build;
  const known = await tools.cache.find(key);
  if (request.cacheFrom.length === 0) return known;
  return stepOfSources(build, progress, { known, createdBy, config });
}
