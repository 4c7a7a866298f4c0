import {
  create,
  type DescMessage,
  type DescMethod,
  type DescService,
  type MessageInitShape,
  type MessageShape,
} from '@bufbuild/protobuf';

/** Options of every call; `signal` ends a call whose caller has gone. */
export interface CallOptions {
  signal?: AbortSignal;
}

type Method<S extends DescService> = S['method'];

type ClientMethod<M> = M extends { methodKind: 'unary'; input: infer I; output: infer O }
  ? I extends DescMessage
    ? O extends DescMessage
      ? (request: MessageInitShape<I>, options?: CallOptions) => Promise<MessageShape<O>>
      : never
    : never
  : M extends { methodKind: 'server_streaming'; input: infer I; output: infer O }
    ? I extends DescMessage
      ? O extends DescMessage
        ? (request: MessageInitShape<I>, options?: CallOptions) => AsyncIterable<MessageShape<O>>
        : never
      : never
    : never;

type ImplMethod<M> = M extends { methodKind: 'unary'; input: infer I; output: infer O }
  ? I extends DescMessage
    ? O extends DescMessage
      ? (request: MessageShape<I>, options: CallOptions) => Promise<MessageInitShape<O>>
      : never
    : never
  : M extends { methodKind: 'server_streaming'; input: infer I; output: infer O }
    ? I extends DescMessage
      ? O extends DescMessage
        ? (request: MessageShape<I>, options: CallOptions) => AsyncIterable<MessageInitShape<O>>
        : never
      : never
    : never;

type Callable<S extends DescService> = {
  [K in keyof Method<S>]: Method<S>[K] extends { methodKind: 'unary' | 'server_streaming' } ? K : never;
}[keyof Method<S>];

/** A service as its caller sees it: fields of a request may be left out. Methods that stream bytes in are not here. */
export type ServiceClient<S extends DescService> = {
  readonly [K in Callable<S>]: ClientMethod<Method<S>[K]>;
};

/** A service as its implementer writes it: requests are complete, answers may leave fields out. */
export type ServiceImplementation<S extends DescService> = {
  readonly [K in Callable<S>]: ImplMethod<Method<S>[K]>;
};

/**
 * Gives callers in the same process the service without serialising anything: missing fields of requests and answers
 * are filled with protobuf's zero values, so that both sides see what a remote peer would see.
 */
export function inProcess<S extends DescService>(
  service: S,
  implementation: ServiceImplementation<S>,
): ServiceClient<S> {
  const client: Record<string, unknown> = {};
  for (const method of service.methods) {
    if (method.methodKind === 'unary') client[method.localName] = unary(method, implementation);
    if (method.methodKind === 'server_streaming') client[method.localName] = stream(method, implementation);
  }
  return client as ServiceClient<S>;
}

type Fields = Record<string, unknown>;
type Loose = Record<string, (request: unknown, options: CallOptions) => unknown>;

function unary(method: DescMethod, implementation: object) {
  return async (request: Fields, options: CallOptions = {}) =>
    create(
      method.output,
      (await (implementation as Loose)[method.localName]!(create(method.input, request), options)) as Fields,
    );
}

function stream(method: DescMethod, implementation: object) {
  return async function* (request: Fields, options: CallOptions = {}) {
    const answers = (implementation as Loose)[method.localName]!(create(method.input, request), options);
    for await (const answer of answers as AsyncIterable<Fields>) yield create(method.output, answer);
  };
}
