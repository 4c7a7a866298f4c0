/** Path of a value, with `[]` for the items of a list → its JSON type. */
export type Shape = Map<string, string>;

/** Maps whose keys are data: names, ids, ports. */
const dataKeys =
  /(Labels|Networks|Ports|PortBindings|ExposedPorts|Runtimes|Containers|networks|Options|Volumes|Data|Details)$/;

/** The types of all values of a JSON document; of a list the first item counts, of a map of data the first entry. */
export function shapeOf(value: unknown, path = '', shape: Shape = new Map()): Shape {
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if (path !== '') shape.set(path, type);
  if (Array.isArray(value)) {
    if (value.length > 0) shapeOf(value[0], `${path}[]`, shape);
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    if (dataKeys.test(path)) {
      if (entries[0]) shapeOf(entries[0][1], `${path}{}`, shape);
    } else for (const [key, part] of entries) shapeOf(part, path === '' ? key : `${path}.${key}`, shape);
  }
  return shape;
}
