import { AgentError } from '@arca/agent-proto';

/** OCI platform: GOOS and GOARCH names. */
export interface Platform {
  os: string;
  architecture: string;
  variant?: string;
}

const ARCHITECTURES: Partial<Record<NodeJS.Architecture, string>> = {
  x64: 'amd64',
  ia32: '386',
  ppc64: 'ppc64le',
};
const ALIASES: Record<string, string> = {
  x86_64: 'amd64',
  'x86-64': 'amd64',
  aarch64: 'arm64',
  i386: '386',
  armhf: 'arm',
};
const NEWEST_ARM = 7;

/** The platform of this machine. */
export function hostPlatform(): Platform {
  return { os: 'linux', architecture: ARCHITECTURES[process.arch] ?? process.arch };
}

/** Parses `os[/arch[/variant]]`; what is left out, and an empty text, means the host's. INVALID_ARGUMENT otherwise. */
export function parsePlatform(text: string): Platform {
  const host = hostPlatform();
  if (text === '') return host;
  const parts = text.toLowerCase().split('/');
  if (parts.length > 3 || parts.some((part) => !/^[a-z0-9_.-]+$/.test(part))) {
    throw new AgentError(
      'INVALID_ARGUMENT',
      `"${text}" is an invalid platform: it must be os[/arch[/variant]]`,
    );
  }
  const [os = host.os, architecture = host.architecture, variant] = parts;
  return {
    os,
    architecture: ALIASES[architecture] ?? architecture,
    ...(variant !== undefined && { variant }),
  };
}

export function formatPlatform({ os, architecture, variant }: Platform): string {
  return [os, architecture, variant].filter((part) => part !== undefined && part !== '').join('/');
}

/** How well an offer suits; 0 is best, undefined not at all. Older 32-bit ARM variants run on newer machines. */
export function suitability(wanted: Platform, offered: Platform): number | undefined {
  if (offered.os !== wanted.os || offered.architecture !== wanted.architecture) return undefined;
  if (wanted.architecture === 'arm') {
    const most = Number((wanted.variant ?? `v${NEWEST_ARM}`).slice(1));
    const has = Number((offered.variant || 'v7').slice(1));
    return has <= most ? most - has : undefined;
  }
  const fallback = wanted.architecture === 'arm64' ? 'v8' : 'v1';
  const [want, have] = [wanted.variant || fallback, offered.variant || fallback];
  if (want === have) return 0;
  return wanted.variant === undefined && have < want ? 1 : undefined;
}

/** Whether an offer is what is asked for by name; a variant that is not named may be any. */
export function isPlatform(wanted: Platform, offered: Platform): boolean {
  const { os, architecture, variant } = wanted;
  if (os !== (offered.os || 'linux') || architecture !== offered.architecture) return false;
  return !variant || variant === (offered.variant || USUAL_VARIANTS[architecture]);
}

const USUAL_VARIANTS: Record<string, string> = { arm64: 'v8', amd64: 'v1', arm: 'v7' };
