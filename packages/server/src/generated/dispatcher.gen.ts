// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

/** What controllers hand over to. `body` is the JSON value, or for bytes the request itself. */
export interface Dispatcher {
  dispatch<Result>(operationId: string, params: object, body: unknown): Promise<Result>;
}
