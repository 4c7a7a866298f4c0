import type { ContainerRecord, Events } from '@arca/plugin-kit';

/** Tells what happens to a container, with the attributes that dockerd gives: its labels, its image and its name. */
export function tell(
  events: Events,
  { id, name, body }: ContainerRecord,
  action: string,
  attributes: Record<string, string> = {},
): void {
  const all: Record<string, string> = { ...attributes, ...body.Config.Labels };
  if (body.Config.Image) all['image'] = body.Config.Image;
  events.emit({ type: 'container', action, id, attributes: { ...all, name } });
}
