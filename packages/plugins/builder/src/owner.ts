import { BuildFailure, type Build, type Progress } from './step.js';

interface Owner {
  uid: number;
  gid: number;
}

/** Whom `--chown=user[:group]` means in an image; root without it. A user's own group is not taken, as in dockerd. */
export async function ownerOf(build: Build, progress: Progress, chown: string): Promise<Owner> {
  if (chown === '') return { uid: 0, gid: 0 };
  const [user = '', group = user, ...more] = chown.split(':');
  if (more.length > 0) throw unknownOwner(`invalid chown string format: ${chown}`);
  return {
    uid: await idOf(build, progress, user, '/etc/passwd', 'user'),
    gid: await idOf(build, progress, group, '/etc/group', 'group'),
  };
}

async function idOf(
  { tools: { agent } }: Build,
  { imageId }: Progress,
  name: string,
  path: string,
  kind: string,
): Promise<number> {
  if (/^\d+$/.test(name)) return Number(name);
  const { content } =
    imageId === '' ? { content: new Uint8Array() } : await agent.images.readFile({ id: imageId, path });
  for (const line of Buffer.from(content).toString('utf8').split('\n')) {
    const [entry, , id] = line.split(':');
    if (entry === name && id !== undefined && /^\d+$/.test(id)) return Number(id);
  }
  const what = kind === 'user' ? 'uid for user' : 'gid for group';
  throw unknownOwner(`can't find ${what} ${name}: no such ${kind}: ${name}`);
}

const unknownOwner = (text: string) =>
  new BuildFailure(`unable to convert uid/gid chown string to host mapping: ${text}`);
