import type { AgentStreams, Images, SaveRequest, ServiceImplementation } from '@arca/agent-proto';
import type { Containerd } from '../containerd/containerd.js';
import { agentError } from '../containerd/errors.js';
import { Importer } from './archive/import.js';
import { Loader } from './archive/load.js';
import { isBuildCache } from './catalogue.js';
import { Committer } from './commit.js';
import { describe } from './description.js';
import { ImageFiles } from './layers.js';
import { reporting } from './progress.js';
import { Puller } from './pull.js';
import { Pusher } from './push.js';
import { Inquiries } from './inquiries.js';
import { Saver } from './archive/save.js';
import type { RegistryOptions } from './registry/endpoints.js';
import type { ImageStore } from './store.js';

/** The service Images and the streams that belong to it. */
export interface ImageServices {
  images: ServiceImplementation<typeof Images>;
  streams: Pick<AgentStreams, 'load' | 'import' | 'save'>;
}

/** Puts the service together. */
export function imageServices(
  containerd: Containerd,
  store: ImageStore,
  registries: RegistryOptions,
): ImageServices {
  const { disk } = containerd;
  const files = new ImageFiles(containerd.snapshots, store);
  const puller = new Puller(containerd, store, registries);
  const committer = new Committer(containerd, store);
  const pusher = new Pusher(containerd, store, registries);
  const inquiries = new Inquiries(registries);
  const saver = new Saver(containerd, store);
  const images: ImageServices['images'] = {
    list: () =>
      answer(async () => ({
        images: await Promise.all((await store.list()).map((image) => describe(store, image))),
      })),
    usage: () =>
      answer(async () => ({
        images: await Promise.all(
          (await store.list()).map(async (image) => {
            const parts = await store.holdings.of(image);
            return { id: image.id, buildCache: isBuildCache(image), parts };
          }),
        ),
      })),
    get: ({ reference, platform }) =>
      answer(async () => describe(store, await store.getFor(reference, platform), reference)),
    tag: ({ source, target }) =>
      answer(async () => {
        // Without a target the image is kept without a name.
        if (target === '') await store.nameKnown((await store.get(source)).id, []);
        else await store.tag(source, target);
        return {};
      }),
    remove: ({ reference, ...request }) => answer(() => store.remove({ asked: reference, ...request })),
    pull: (request, { signal }) =>
      reporting((report, stop) => disk.watch(stop, (ends) => puller.pull(request, report, ends)), signal),
    push: (request, { signal }) => reporting((report, stop) => pusher.push(request, report, stop), signal),
    login: (request, { signal }) => answer(() => inquiries.login(request, signal)),
    distribution: (request, { signal }) => answer(() => inquiries.distribution(request, signal)),
    search: (request, { signal }) => answer(() => inquiries.search(request, signal)),
    save: (request, { signal }) => archiveChunks(saver, request, signal),
    forgetBuilds: ({ imageIds }) => answer(() => store.forgetBuilds(imageIds)),
    forgetDownloads: () =>
      answer(async () => ({ reclaimed: await containerd.partials.clear({ all: true }) })),
    commit: (request, { signal }) => answer(() => committer.commit(request, signal)),
    readFile: ({ id, path }) =>
      answer(async () => {
        const content = await files.read(id, path);
        return content === undefined ? { found: false } : { found: true, content };
      }),
  };
  return { images, streams: archiveStreams(containerd, store, saver) };
}

async function* archiveChunks(
  saver: Saver,
  { references, platform }: Pick<SaveRequest, 'references' | 'platform'>,
  signal?: AbortSignal,
) {
  for await (const data of await answer(() => saver.save(references, platform, signal)))
    yield { data: data as Uint8Array };
}

function archiveStreams(containerd: Containerd, store: ImageStore, saver: Saver): ImageServices['streams'] {
  const { disk } = containerd;
  const loader = new Loader(containerd, store);
  const importer = new Importer(containerd, store);
  return {
    save: (references, { platform } = {}, call) =>
      answer(() => saver.save(references, platform, call?.signal)),
    load: (archive, { platform = '', quiet = false }, call) =>
      reporting(
        (report, stop) => disk.watch(stop, (ends) => loader.load({ archive, platform, quiet }, report, ends)),
        call?.signal,
      ),
    import(archive, { reference = '', config = '', message = '', platform = '' }, call) {
      const request = { archive, reference, config, message, platform };
      return reporting(
        (report, stop) => disk.watch(stop, (ends) => importer.import(request, report, ends)),
        call?.signal,
      );
    },
  };
}

async function answer<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw agentError(error);
  }
}
