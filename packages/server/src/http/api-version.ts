import { invalidParameter } from '@arca/plugin-kit';

/** `/v1.51/…`; dockerd takes any digits and dots. */
const PREFIX = /^\/v([0-9.]+)(?=\/)/;

/** Takes the version prefix off a path: `['1.51', '/info']`; without a prefix the version is undefined. */
export function splitVersion(path: string): [version: string | undefined, rest: string] {
  if (path.charCodeAt(1) !== 118 /* v */) return [undefined, path];
  const found = PREFIX.exec(path);
  return found === null ? [undefined, path] : [found[1], path.slice(found[0].length)];
}

const numbers = new Map<string, number>();

/** A version as one number, so that versions compare like numbers. Parts after the second are of no interest. */
export function versionNumber(version: string): number {
  const known = numbers.get(version);
  if (known !== undefined) return known;
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const number = major * 10_000 + Math.min(minor, 9_999);
  // Clients choose the text: what they make up must not fill the memory.
  if (numbers.size < 200) numbers.set(version, number);
  return number;
}

/** Refuses versions outside of what the server speaks, in dockerd's words. Throws InvalidParameter. */
export function checkVersion(version: string, oldest: string, newest: string): void {
  const number = versionNumber(version);
  if (number < versionNumber(oldest)) {
    throw invalidParameter(
      `client version ${version} is too old. Minimum supported API version is ${oldest}, please upgrade your client to a newer version`,
      'api.version.too-old',
    );
  }
  if (number > versionNumber(newest)) {
    throw invalidParameter(
      `client version ${version} is too new. Maximum supported API version is ${newest}`,
      'api.version.too-new',
    );
  }
}
