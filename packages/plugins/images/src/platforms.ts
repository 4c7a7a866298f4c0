import type { OCIPlatform } from '@arca/api';
import { invalidParameter, type Call } from '@arca/plugin-kit';

const bad = (message: string) => invalidParameter(message, 'images.platform');

/** A `platform` parameter: `OCIPlatform` as JSON. InvalidParameter with dockerd's words. */
export function parsePlatform(
  text: string,
): Required<Pick<OCIPlatform, 'os' | 'architecture'>> & OCIPlatform {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw bad(`failed to parse platform: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw bad('failed to parse platform: no object');
  const { os, architecture, variant, ...rest } = value as OCIPlatform;
  if ([os, architecture, variant].some((field) => field !== undefined && typeof field !== 'string'))
    throw bad('failed to parse platform: a field is no string');
  if (!os && !architecture && (variant || Object.keys(rest).length > 0))
    throw bad('optional platform fields provided, but OS and Architecture are missing');
  if (!os || !architecture) throw bad('both OS and Architecture must be provided');
  return { os, architecture, ...(variant && { variant }) };
}

/** `os/architecture[/variant]` */
export const formatPlatform = ({ os, architecture, variant }: OCIPlatform): string =>
  [os, architecture, variant].filter(Boolean).join('/');

/** A `platform` parameter where the client's version of the API has it. */
export const platformOf = (call: Pick<Call, 'atLeast'>, since: string, text: string | undefined) =>
  text && call.atLeast(since) ? parsePlatform(text) : undefined;

/** The same as the agent wants it; empty where there is none. */
export const platformText = (
  call: Pick<Call, 'atLeast'>,
  since: string,
  text: string | undefined,
): string => {
  const platform = platformOf(call, since, text);
  return platform === undefined ? '' : formatPlatform(platform);
};
