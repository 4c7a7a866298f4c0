import { operationTable, type OperationFacts } from '@arca/api';
import type { OperationId } from '@arca/plugin-kit';
import type { Dispatcher } from '../generated/dispatcher.gen.js';
import { controllers, type Route } from '../generated/routes.gen.js';
import { bodyDecoder } from './decoder.js';
import { parameterReader, type RequestParts } from './parameters.js';

/** A route made ready: what is worked out once for all of its requests. */
export interface OperationRoute {
  readonly id: OperationId;
  readonly facts: OperationFacts;
  readonly method: string;
  readonly path: string;
  /** Present when the operation takes a JSON body: checks it and gives it described names. */
  readonly decodeBody: ((value: unknown) => unknown) | undefined;
  readonly takesBytes: boolean;
  /** The operation may take the connection over. */
  readonly hijacks: boolean;
  /** Calls the controller's method, which hands over to the dispatcher. Throws InvalidParameter. */
  invoke(dispatcher: Dispatcher, parts: RequestParts): Promise<unknown>;
}

type Controller = Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>;

/** Makes a route of the generated table ready. Controllers are made anew for each request. */
export function operationRoute(route: Route): OperationRoute {
  const id = `${route.action[0]?.toUpperCase()}${route.action.slice(1)}` as OperationId;
  const facts: OperationFacts = operationTable[id];
  const Controller = controllers[route.controller] as unknown as new (dispatcher: Dispatcher) => Controller;
  const readers = route.parameters.map((parameter) => parameterReader(id, parameter));
  const body = route.parameters.find((parameter) => parameter.in === 'body');
  return {
    id,
    facts,
    method: facts.method,
    path: route.path,
    decodeBody: body === undefined ? undefined : bodyDecoder(body),
    takesBytes: route.parameters.some((parameter) => parameter.in === 'request'),
    hijacks: facts.result === 'hijack',
    invoke(dispatcher, parts) {
      const args = readers.map((read) => read(parts));
      const controller = new Controller(dispatcher);
      return (controller[route.action] as Controller[string]).apply(controller, args);
    },
  };
}
