import type { Call, OperationFunction } from '@arca/plugin-kit';

/**
 * What clients learn from a ping before they speak, besides the headers of every answer: `1` is the classic builder, which
 * needs no session.
 */
const headers = {
  'Builder-Version': '1',
  Swarm: 'inactive',
  'Cache-Control': 'no-cache, no-store, must-revalidate',
  Pragma: 'no-cache',
};

function setHeaders(call: Call): void {
  for (const [name, value] of Object.entries(headers)) call.setHeader(name, value);
}

/** `GET /_ping`: `OK`. */
export const ping: OperationFunction<'SystemPing'> = async (_request, call) => {
  setHeaders(call);
  return 'OK';
};

/** `HEAD /_ping`: the headers of that. */
export const pingHead: OperationFunction<'SystemPingHead'> = async (_request, call) => {
  setHeaders(call);
  return '';
};
