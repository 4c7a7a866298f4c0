import type { ImageConfig, ImageInspect, ImageSummary } from '@arca/api';
import type { Call } from '@arca/plugin-kit';

type Version = Pick<Call, 'atLeast'>;

/** Fields of an image's configuration that answers have whether they are set or not. */
const always = {
  User: '',
  Env: null,
  Cmd: null,
  Volumes: null,
  WorkingDir: '',
  Entrypoint: null,
  OnBuild: null,
  Labels: null,
};

/** The same for clients of API 1.49 and before: those of a container's configuration, too. */
const formerly = {
  Hostname: '',
  Domainname: '',
  AttachStdin: false,
  AttachStdout: false,
  AttachStderr: false,
  Tty: false,
  OpenStdin: false,
  StdinOnce: false,
  Image: '',
};

/** An image as the client's version of the API shows it. */
export function inspectionFor(call: Version, answer: ImageInspect): ImageInspect {
  const { Descriptor, Config, ...rest } = answer;
  const config = { ...(!call.atLeast('1.50') && formerly), ...always, ...Config };
  return {
    ...rest,
    ...(call.atLeast('1.48') && { Descriptor }),
    // The description has no null for these, and dockerd answers it.
    Config: config as ImageConfig,
    ...(!call.atLeast('1.44') && { VirtualSize: answer.Size }),
  };
}

/** The same for an entry of the list. */
export function summaryFor(call: Version, entry: ImageSummary): ImageSummary {
  const { Descriptor, ...rest } = entry;
  return {
    ...rest,
    ...(call.atLeast('1.48') && { Descriptor }),
    ...(!call.atLeast('1.44') && { VirtualSize: entry.Size }),
  };
}
