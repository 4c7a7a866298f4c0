import type { EventMessage } from '@arca/api';
import type { NewEvent } from '@arca/plugin-kit';

/** An event and its time. */
export interface KeptEvent {
  readonly message: EventMessage;
  /** Nanoseconds since the epoch, the same as the message's `timeNano`. */
  readonly time: bigint;
}

/** Fields of older clients, which dockerd fills for containers and images only. */
interface LegacyFields {
  status?: string;
  id?: string;
  from?: string;
}

/** The event as the API writes it. `nanoseconds` since the epoch. */
export function toMessage({ type, action, id, attributes = {} }: NewEvent, nanoseconds: bigint): KeptEvent {
  // A double holds today's nanoseconds to 256 only. Whole microseconds are written as they are, so that a client that
  // sends back what it has read means this very event.
  const time = nanoseconds - (nanoseconds % 1000n);
  const message: LegacyFields & EventMessage = {
    ...legacyFields(type, action, id, attributes),
    Type: type,
    Action: action,
    Actor: { ID: id, Attributes: { ...attributes } },
    scope: 'local',
    time: Number(nanoseconds / 1_000_000_000n),
    timeNano: Number(time),
  };
  return { message, time };
}

function legacyFields(
  type: NewEvent['type'],
  action: string,
  id: string,
  attributes: Readonly<Record<string, string>>,
): LegacyFields {
  if (type !== 'container' && type !== 'image') return {};
  const image = type === 'container' ? attributes['image'] : undefined;
  return { status: action, id, ...(image && { from: image }) };
}
