import type { IncomingHttpHeaders } from 'node:http';
import { parseChallenges } from './challenge.js';

/** An answer of a registry that is an error. `message` is as dockerd shows it: `denied: requested access …`. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  constructor(
    readonly status: number,
    /** Of the distribution specification: `MANIFEST_UNKNOWN`, `DENIED`, …; empty when none was told. */
    readonly code: string,
    message: string,
    /** ms after which the registry wants to be asked again; undefined: it did not say. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

const LONGEST_WAIT = 60_000; // ms; who says longer is not waited for
const LONGEST_DELAY = 10_000; // ms between attempts of one's own accord

/** `Retry-After` in ms: seconds or a date (RFC 9110, 10.2.3). */
export function parseRetryAfter(header: string | undefined, now = Date.now()): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** ms to wait before another attempt, the `failures`-th having failed; undefined when none makes sense. */
export function pauseAfter(error: unknown, failures: number, firstDelay: number): number | undefined {
  if (failures >= ATTEMPTS || isRefusal(error)) return undefined;
  const asked = cause(error)?.retryAfter;
  if (asked !== undefined && asked > LONGEST_WAIT) return undefined;
  return Math.max(asked ?? 0, Math.min(LONGEST_DELAY, firstDelay * 2 ** (failures - 1)));
}

const ATTEMPTS = 5;

/** Whether it makes no sense to ask again. */
function isRefusal(error: unknown): boolean {
  const told = cause(error);
  return told !== undefined && told.status < 500 && told.status !== 429;
}

function cause(error: unknown): RegistryError | undefined {
  const told = error instanceof RegistryError ? error : (error as Error | undefined)?.cause;
  return told instanceof RegistryError ? told : undefined;
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
  { 'www-authenticate': challengeHeader = '', 'retry-after': retryAfter }: IncomingHttpHeaders = {},
): RegistryError {
  if (status >= 500) {
    const message = `received unexpected HTTP status: ${status} ${statusText}`;
    return new RegistryError(status, '', message, parseRetryAfter(retryAfter));
  }
  if (status === 429) {
    const { code, message } = toldError(status, body) ?? untoldError(status, statusText, body);
    return new RegistryError(status, code, message, parseRetryAfter(retryAfter));
  }
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
