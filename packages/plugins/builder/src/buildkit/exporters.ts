import { create } from '@bufbuild/protobuf';
import { randomBytes } from 'node:crypto';
import {
  ExporterSchema,
  type Exporter,
  type SolveRequest,
} from '../generated/moby/buildkit/v1/control_pb.js';
import { sanitizeNames } from '../names.js';

/** An image that a build makes for the store. */
export interface Export {
  /** The name under which BuildKit exports it, up to the digest. */
  prefix: string;
  /** What it is called then: `docker.io/library/x:latest` */
  names: string[];
  pushed: boolean;
}

/** How the agent knows exports of BuildKit. */
const PREFIX = 'buildkit-export-';

/** What the engine decides, and an exporter of BuildKit is not told. */
const OWN = [
  'name',
  'push',
  'push-by-digest',
  'unpack',
  'store',
  'prefer-image-digest',
  'dangling-name-prefix',
];

/**
 * Engines have an exporter `moby`, which makes images in their store. BuildKit makes them under a name of its own: the
 * store takes over from there, and nobody's image loses its name before that. A push needs the true names and is an
 * exporter of its own. Changes the request and gives what it makes. Throws InvalidParameter for a bad name.
 */
export function takeExports(request: SolveRequest): Export[] {
  if (request.exporters.length === 0 && request.oldExporter !== '')
    request.exporters = [
      create(ExporterSchema, { type: request.oldExporter, attrs: request.oldExporterAttrs }),
    ];
  const given = request.exporters;
  if (!given.some(isStored)) return [];
  request.oldExporter = '';
  request.oldExporterAttrs = {};
  const made: Export[] = [];
  request.exporters = given.flatMap((exporter) => {
    if (!isStored(exporter)) return exporter;
    const { attrs } = exporter;
    const pushed = isTrue(attrs.push);
    const own = {
      prefix: PREFIX + randomBytes(8).toString('hex'),
      names: sanitizeNames((attrs.name ?? '').split(',')),
      pushed,
    };
    made.push(own);
    const plain = Object.fromEntries(Object.entries(attrs).filter(([name]) => !OWN.includes(name)));
    const stored = create(ExporterSchema, {
      type: 'image',
      attrs: { ...plain, 'dangling-name-prefix': own.prefix },
    });
    if (!pushed) return stored;
    const push = { ...plain, name: own.names.join(','), push: 'true', store: 'false' };
    return [create(ExporterSchema, { type: 'image', attrs: push }), stored];
  });
  // Clients ask for it where it costs nothing. Here it would make an index of each image.
  const isDefault = request.frontendAttrs['attest:provenance']?.includes('inline-only=true');
  if (isDefault && given.every(isStored) && !made.some(({ pushed }) => pushed))
    delete request.frontendAttrs['attest:provenance'];
  return made;
}

/** The answer to a client: the id of the image where it asked for one. */
export function exportAnswer(response: Record<string, string>, { names }: Export, imageId: string): void {
  response['containerimage.digest'] = imageId;
  response['containerimage.config.digest'] = imageId;
  if (names.length > 0) response['image.name'] = names.join(',');
  else delete response['image.name'];
}

function isStored({ type, attrs }: Exporter): boolean {
  return type === 'moby' || (type === 'image' && (attrs.store === undefined || isTrue(attrs.store)));
}

const isTrue = (text: string | undefined): boolean => text !== undefined && /^(1|t|true)$/i.test(text);
