import { ArcaError, type ErrorKind } from '@arca/plugin-kit';

/** The one place that turns kinds of errors into HTTP. */
const statuses: Readonly<Record<ErrorKind, number>> = {
  InvalidParameter: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  Conflict: 409,
  NotModified: 304,
  NotImplemented: 501,
  Unavailable: 503,
  System: 500,
};

/** How a failed request is answered. */
export interface Failure {
  status: number;
  message: string;
}

/** A body that is larger than the server is ready to hold in memory. */
export class BodyTooLarge extends Error {
  constructor(readonly limit: number) {
    super(`request body is larger than ${limit} bytes`);
  }
}

/** Anything that was thrown, as an answer. What is no ArcaError is a fault of the server. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ArcaError) return { status: statuses[error.kind], message: error.message };
  if (error instanceof BodyTooLarge) return { status: 413, message: error.message };
  return { status: statuses.System, message: error instanceof Error ? error.message : String(error) };
}

/** The body of a failed request. */
export const failureBody = (message: string): string => `${JSON.stringify({ message })}\n`;
