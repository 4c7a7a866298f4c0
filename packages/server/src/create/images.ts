import { AgentError, type Agent, type Image } from '@arca/agent-proto';
import {
  familiarReference,
  goArchitecture,
  invalidParameter,
  notFound,
  type ImageFacts,
} from '@arca/plugin-kit';
import { fromAgent } from '../kernel/failure.js';

/** Texts of `/etc/passwd` and `/etc/group`; empty when there is no such file. */
export interface Accounts {
  passwd: string;
  group: string;
}

/** An image whose facts are known, and what to tell the client about it. */
export interface ResolvedImage {
  facts: ImageFacts;
  warnings: string[];
}

const remembered = 128;

/** Images as the create pipeline sees them. What an id stands for never changes, so facts are kept by id. */
export class PipelineImages {
  readonly #agent: Pick<Agent, 'images'>;
  readonly #facts = new Map<string, ImageFacts>();
  readonly #accounts = new Map<string, Accounts>();

  constructor(agent: Pick<Agent, 'images'>) {
    this.#agent = agent;
  }

  /**
   * The image of a create request. `platform` (`os[/arch[/variant]]`) is what the client asked for, `hostArchitecture`
   * as uname has it. Throws NotFound `No such image: x:latest`, also when only another platform's image is there;
   * InvalidParameter for an empty name or one that is none.
   */
  async resolve(reference: string, platform: string, hostArchitecture: string): Promise<ResolvedImage> {
    if (reference === '') throw invalidParameter('no command specified', 'image.empty');
    const image = await this.#getFor(reference, platform);
    const facts = this.#remember(image, reference);
    if (platform !== '' && !satisfies(image, platform)) {
      throw notFound(
        `image with reference ${reference} was found but does not match the specified platform: ` +
          `wanted ${platform}, actual: ${platformOf(image)}`,
        'image.other-platform',
      );
    }
    const host = goArchitecture(hostArchitecture);
    const foreign = platform === '' && image.architecture !== '' && !runs(host, image.architecture);
    const warning =
      `The requested image's platform (${platformOf(image)}) does not match the detected host platform ` +
      `(linux/${host}) and no specific platform was requested`;
    return { facts, warnings: foreign ? [warning] : [] };
  }

  /** The facts of an existing container's image. An image that is gone since has nothing more to say. */
  async of(image: { id: string; reference: string }): Promise<ImageFacts> {
    const known = this.#facts.get(image.id);
    if (known) return { ...known, reference: image.reference };
    try {
      return this.#remember(await this.#agent.images.get({ reference: image.id }), image.reference);
    } catch (error) {
      if (!(error instanceof AgentError && error.code === 'NOT_FOUND')) throw fromAgent(error);
      return { ...image, config: {}, architecture: '', os: 'linux' };
    }
  }

  /** The image's own passwd and group files. */
  async accounts(imageId: string): Promise<Accounts> {
    const known = this.#accounts.get(imageId);
    if (known) return known;
    const [passwd, group] = await Promise.all([
      this.#file(imageId, '/etc/passwd'),
      this.#file(imageId, '/etc/group'),
    ]);
    return keep(this.#accounts, imageId, { passwd, group });
  }

  async #file(id: string, path: string): Promise<string> {
    try {
      const { found, content } = await this.#agent.images.readFile({ id, path });
      return found ? Buffer.from(content).toString('utf8') : '';
    } catch (error) {
      throw fromAgent(error);
    }
  }

  /** What is here for the platform, or else the image as it is. */
  async #getFor(reference: string, platform: string): Promise<Image> {
    const image = await this.#get(reference);
    if (platform === '' || satisfies(image, platform)) return image;
    const other = image.manifests.find((one) => one.imageId !== '' && satisfies(one, platform));
    return other === undefined ? image : this.#get(other.imageId);
  }

  async #get(reference: string): Promise<Image> {
    try {
      return await this.#agent.images.get({ reference });
    } catch (error) {
      if (!(error instanceof AgentError && error.code === 'NOT_FOUND')) throw fromAgent(error);
      throw notFound(`No such image: ${familiarReference(reference)}`, 'image.not-found', { cause: error });
    }
  }

  #remember(image: Image, reference: string): ImageFacts {
    const { id, architecture, os } = image;
    const { config } = this.#facts.get(id) ?? { config: configOf(image) };
    return keep(this.#facts, id, { id, reference, config, architecture, os: os || 'linux' });
  }
}

/** Keeps a value among the last ones. */
function keep<T>(map: Map<string, T>, key: string, value: T): T {
  map.delete(key);
  map.set(key, value);
  const oldest = map.size > remembered ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
  return value;
}

/** The `config` of the OCI image config: its fields have the names of the API's. */
const configOf = (image: Image): ImageFacts['config'] =>
  (JSON.parse(image.config || '{}') as { config?: ImageFacts['config'] | null }).config ?? {};

const platformOf = ({ os, architecture, variant }: Image): string =>
  [os || 'linux', architecture, variant].filter((part) => part !== '').join('/');

/** 64-bit machines run the 32-bit programs of their family, too. */
const runs = (host: string, image: string): boolean =>
  host === image || (host === 'arm64' && image === 'arm') || (host === 'amd64' && image === '386');

function satisfies(image: Pick<Image, 'os' | 'architecture' | 'variant'>, platform: string): boolean {
  const [os, architecture, variant] = platform.toLowerCase().split('/');
  const wanted = architecture === undefined ? undefined : goArchitecture(architecture);
  if (os !== (image.os || 'linux')) return false;
  if (wanted !== undefined && image.architecture !== '' && wanted !== image.architecture) return false;
  return variant === undefined || image.variant === '' || variant === image.variant;
}
