import { statfs } from 'node:fs/promises';
import { AgentError } from '@arca/agent-proto';

const PERIOD = 50; // ms between two looks
const LARGEST_RESERVE = 1024 ** 3; // bytes
const RESERVED = 0.05; // of all, when that is less

/** The disk is full. */
export class NoRoom extends AgentError {}

/**
 * Keeps what comes from outside from filling the disk: an archive may be a thousand times as large unpacked. Twentieth
 * parts of bytes and inodes, but at most 1 GiB, stay free for what runs.
 */
export class DiskGuard {
  constructor(
    /** A directory on the file system in question; none: nothing is watched. */
    private readonly directory: string | undefined,
    /** Gives up what can be had again, before anything is refused. */
    private readonly yieldRoom: () => Promise<unknown> = () => Promise.resolve(),
  ) {}

  /** Runs work with a signal that is aborted when the caller's is, and, with an INTERNAL error, when room runs out. */
  async watch<T>(callers: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { directory } = this;
    if (directory === undefined) return work(callers);
    await refuseWhenFull(directory).catch(async () => {
      await this.yieldRoom();
      await refuseWhenFull(directory);
    });
    const full = new AbortController();
    let looking = false;
    const timer = setInterval(() => {
      if (looking) return;
      looking = true;
      refuseWhenFull(directory)
        .catch((error: unknown) => full.abort(error))
        .finally(() => (looking = false));
    }, PERIOD);
    try {
      return await work(AbortSignal.any([callers, full.signal]));
    } catch (error) {
      // Whatever went wrong then, this is why.
      throw full.signal.aborted && !callers.aborted ? full.signal.reason : error;
    } finally {
      clearInterval(timer);
    }
  }
}

async function refuseWhenFull(directory: string): Promise<void> {
  const { bsize, blocks, bavail, files, ffree } = await statfs(directory);
  const reserve = Math.min(LARGEST_RESERVE, blocks * bsize * RESERVED);
  const isFull = bavail * bsize < reserve || (files > 0 && ffree < files * RESERVED);
  if (!isFull) return;
  const kept = Math.ceil(reserve / 1024 ** 2);
  throw new NoRoom('INTERNAL', `no space left on device: the last ${kept} MiB are not for images`);
}
