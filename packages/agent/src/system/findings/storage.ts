import { mkdir, mkdtemp, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { detach, mount } from '../../linux/syscalls.js';
import { bad, good, type CheckedFinding, type Examination } from './finding.js';

const leastSpace = 1024 ** 3;

/** The file system that layers will be on. */
export async function storageFindings({ root }: Examination): Promise<CheckedFinding[]> {
  const directory = await nearest(root);
  const { bavail, bsize } = await statfs(directory);
  const free = bavail * bsize;
  const detail = `${(free / 1024 ** 3).toFixed(1)} GiB free for ${root}`;
  return [
    free >= leastSpace
      ? good('disk space', detail)
      : bad('disk space', detail, 'make room, or use another --root'),
    await overlay(directory),
  ];
}

/** The directory, or the first one above it that exists: it is on the file system that the directory will be on. */
async function nearest(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ? path : nearest(dirname(path));
}

/** Mounts an overlay with its layers on that file system, as for a container, and writes through it. */
async function overlay(directory: string): Promise<CheckedFinding> {
  const subject = 'overlay file system';
  let place: string | undefined;
  try {
    place = await mkdtemp(join(directory, '.doctor-'));
    const [lower, upper, work, merged] = ['lower', 'upper', 'work', 'merged'].map((name) =>
      join(place!, name),
    );
    for (const part of [lower, upper, work, merged]) await mkdir(part!);
    mount('overlay', merged!, 'overlay', 0, `lowerdir=${lower},upperdir=${upper},workdir=${work}`);
    try {
      await writeFile(join(merged!, 'file'), '');
    } finally {
      detach(merged!);
    }
    return good(subject, `works on ${directory}`);
  } catch (error) {
    return bad(
      subject,
      `does not work on ${directory}: ${error instanceof Error ? error.message : String(error)}`,
      'modprobe overlay; use a --root on ext4 or xfs (ftype=1), not on another overlay',
    );
  } finally {
    if (place !== undefined) await rm(place, { recursive: true, force: true });
  }
}
