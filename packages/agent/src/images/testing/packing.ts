import { execFileSync } from 'node:child_process';
import { gzipSync, zstdCompressSync } from 'node:zlib';

const largest = 64 * 1024 * 1024;

export const gzip = (bytes: Buffer): Buffer => gzipSync(bytes);
export const zstd = (bytes: Buffer): Buffer => zstdCompressSync(bytes);
export const xz = (bytes: Buffer): Buffer =>
  execFileSync('xz', ['-0', '-c'], { input: bytes, maxBuffer: largest });
export const bzip2 = (bytes: Buffer): Buffer =>
  execFileSync('bzip2', ['-c'], { input: bytes, maxBuffer: largest });
