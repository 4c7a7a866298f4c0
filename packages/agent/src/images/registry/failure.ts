import { parseChallenges } from './challenge.js';

/** An answer of a registry that is an error. `message` is as dockerd shows it: `denied: requested access …`. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  constructor(
    readonly status: number,
    /** Of the distribution specification: `MANIFEST_UNKNOWN`, `DENIED`, …; empty when none was told. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Whether it makes no sense to ask again. */
export function isRefusal(error: unknown): boolean {
  const told = error instanceof RegistryError ? error : (error as Error | undefined)?.cause;
  return told instanceof RegistryError && told.status < 500 && told.status !== 429;
}

interface ToldError {
  code?: unknown;
  message?: unknown;
}

const MESSAGES: Record<string, string> = {
  UNAUTHORIZED: 'authentication required',
  DENIED: 'requested access to the resource is denied',
};

/** The error that a response stands for. */
export function registryError(
  status: number,
  statusText: string,
  body: string,
  challengeHeader = '',
): RegistryError {
  if (status >= 500)
    return new RegistryError(status, '', `received unexpected HTTP status: ${status} ${statusText}`);
  const bearer = parseChallenges(challengeHeader).find(({ scheme }) => scheme === 'bearer');
  const codes: Record<string, string> = { invalid_token: 'UNAUTHORIZED', insufficient_scope: 'DENIED' };
  const refused = codes[bearer?.parameters.error ?? ''];
  if (refused !== undefined) return coded(status, refused, bearer?.parameters.error_description);
  return toldError(status, body) ?? untoldError(status, statusText, body);
}

function coded(status: number, code: string, message?: string): RegistryError {
  const name = code.toLowerCase().replaceAll('_', ' ');
  return new RegistryError(status, code, `${name}: ${message ?? MESSAGES[code] ?? name}`);
}

/** `{"errors": [{code, message}]}`, or the `{"details"}` of some token servers. */
function toldError(status: number, body: string): RegistryError | undefined {
  let document: { errors?: unknown; details?: unknown };
  try {
    document = JSON.parse(body) as typeof document;
  } catch {
    return undefined;
  }
  if (typeof document !== 'object' || document === null) return undefined;
  if (typeof document.details === 'string' && document.details !== '') {
    return coded(status, codeOf(status), document.details);
  }
  const [first] = (Array.isArray(document.errors) ? document.errors : []) as (ToldError | null)[];
  if (typeof first?.code !== 'string') return undefined;
  return coded(status, first.code, typeof first.message === 'string' ? first.message : undefined);
}

function untoldError(status: number, statusText: string, body: string): RegistryError {
  if (status === 401 || status === 403) return coded(status, codeOf(status));
  const shown = body.slice(0, 200);
  return new RegistryError(
    status,
    codeOf(status),
    `unexpected HTTP status: ${status} ${statusText}: ${shown}`.trim(),
  );
}

function codeOf(status: number): string {
  return (
    ({ 401: 'UNAUTHORIZED', 403: 'DENIED', 404: 'NOT_FOUND', 429: 'TOOMANYREQUESTS' } as const)[
      status as 401
    ] ?? 'UNKNOWN'
  );
}
