import { invalidParameter, type Call } from '@arca/plugin-kit';

/** Throws InvalidParameter unless the client asks for HTTP/2 on this connection, as dockerd does. */
export function requireH2c(call: Pick<Call, 'headers'>): void {
  const { upgrade = '' } = call.headers;
  if (upgrade === '') throw invalidParameter('no upgrade proto in request', 'buildkit.upgrade');
  if (upgrade !== 'h2c')
    throw invalidParameter(`protocol ${String(upgrade)} not supported`, 'buildkit.upgrade');
}
