import type { ContainerRecord } from './container.js';
import type { NewEvent } from './ports/index.js';

/** An event of a container with the attributes that all of them have: its labels, its image and its name. */
export function containerEvent(
  { id, name, body }: ContainerRecord,
  action: string,
  attributes: Readonly<Record<string, string>> = {},
): NewEvent {
  const { Labels, Image } = body.Config;
  return {
    type: 'container',
    action,
    id,
    attributes: { ...attributes, ...Labels, ...(Image ? { image: Image } : {}), name },
  };
}
