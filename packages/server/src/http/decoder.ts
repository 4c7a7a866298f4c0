import type { TypeSchema } from '../generated/routes.gen.js';
import { models } from '../generated/routes.gen.js';
import { invalid } from './json-syntax.js';
import { jsonType, type JsonType, type Nullable } from './json-type.js';

/** Checks a JSON value that is not null and gives it with the described names. Throws Mismatch. */
type Decode = (value: unknown) => unknown;

/** A value of the wrong type; `path` grows on the way up. */
class Mismatch {
  readonly path: string[] = [];
  struct: string | undefined;

  constructor(
    readonly value: string,
    readonly type: string,
  ) {}

  /** The words of Go's encoding/json. */
  get message(): string {
    const place =
      this.struct === undefined ? 'Go value' : `Go struct field ${this.struct}.${this.path.join('.')}`;
    return `json: cannot unmarshal ${this.value} into ${place} of type ${this.type}`;
  }
}

/**
 * Makes the decoder of a body. It reads JSON as Go does: fields match without regard to case, unknown ones are ignored,
 * null is the same as absent (and stays null where the description allows it), a required field that is missing has the
 * zero value of its type. A value of another type is refused. Limits and enumerations are checked by whoever owns
 * the field. The decoder throws InvalidParameter.
 */
export function bodyDecoder(schema: TypeSchema): (value: unknown) => unknown {
  const { type } = jsonType(schema);
  let decode: Decode | undefined;
  return (value) => {
    if (value === null) return zero(type);
    try {
      return (decode ??= decoderOf(type))(value);
    } catch (error) {
      if (error instanceof Mismatch) throw invalid(error.message);
      throw error;
    }
  };
}

function decoderOf(type: JsonType): Decode {
  switch (type.kind) {
    case 'string':
    case 'boolean':
      return primitive(type.kind, goType(type));
    case 'float':
      return primitive('number', 'float64');
    case 'integer':
      return integer(type);
    case 'array':
      return array(type.item, goType(type));
    case 'map':
      return map(type.value, goType(type));
    case 'object':
      return object(type.model);
    default:
      return (value) => value;
  }
}

const primitive =
  (wanted: 'string' | 'boolean' | 'number', type: string): Decode =>
  (value) => {
    if (typeof value !== wanted) throw new Mismatch(kindOf(value), type);
    return value;
  };

const integer =
  ({ name, minimum, maximum }: JsonType & { kind: 'integer' }): Decode =>
  (value) => {
    if (typeof value !== 'number') throw new Mismatch(kindOf(value), name);
    if (!Number.isInteger(value) || value < minimum || value > maximum) {
      throw new Mismatch(`number ${value}`, name);
    }
    return value;
  };

function array(item: Nullable, type: string): Decode {
  const decode = elements(item);
  return (value) => {
    if (!Array.isArray(value)) throw new Mismatch(kindOf(value), type);
    return value.map(decode);
  };
}

function map(values: Nullable, type: string): Decode {
  const decode = elements(values);
  return (value) => {
    if (typeof value !== 'object' || Array.isArray(value)) throw new Mismatch(kindOf(value), type);
    // Keys are the client's, and `__proto__` is one like any other: fromEntries defines, it does not assign.
    return Object.fromEntries(Object.entries(value as object).map(([key, member]) => [key, decode(member)]));
  };
}

/** Members of lists and maps: what is null and may not be has the zero value. */
function elements({ type, nullable }: Nullable): Decode {
  let decode: Decode | undefined;
  return (value) => {
    if (value === null) return nullable ? null : zero(type);
    return (decode ??= decoderOf(type))(value);
  };
}

interface Field {
  name: string;
  type: JsonType;
  nullable: boolean;
  required: boolean;
  decode: Decode;
}

const objects = new Map<string, Decode>();

function object(model: string): Decode {
  const known = objects.get(model);
  if (known !== undefined) return known;
  // Types refer to themselves: the decoder is known before its fields are.
  let compiled: Decode | undefined;
  const decode: Decode = (value) => (compiled ??= compileObject(model))(value);
  objects.set(model, decode);
  return decode;
}

function compileObject(model: string): Decode {
  const fields = fieldsOf(model);
  const exact = new Map(fields.map((field) => [field.name, field]));
  const folded = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
  const required = fields.filter((field) => field.required);
  return (value) => {
    if (typeof value !== 'object' || Array.isArray(value)) throw new Mismatch(kindOf(value), model);
    const decoded: Record<string, unknown> = {};
    for (const key of Object.keys(value as object)) {
      const field = exact.get(key) ?? folded.get(key.toLowerCase());
      if (field === undefined) continue;
      const member = (value as Record<string, unknown>)[key];
      if (member === null) {
        if (field.nullable) decoded[field.name] = null;
      } else decoded[field.name] = decodeField(model, field, member);
    }
    for (const field of required) decoded[field.name] ??= field.nullable ? null : zero(field.type);
    return decoded;
  };
}

function decodeField(model: string, field: Field, value: unknown): unknown {
  try {
    return field.decode(value);
  } catch (error) {
    if (error instanceof Mismatch) {
      error.path.unshift(field.name);
      error.struct ??= model;
    }
    throw error;
  }
}

/** Fields which take a string for a list of one: Go's `strslice.StrSlice`. */
const LISTS_OF_ONE = new Set(['Cmd', 'Entrypoint', 'Shell', 'CapAdd', 'CapDrop']);
const WITH_LISTS_OF_ONE = new Set(['ContainerConfig', 'ContainerCreateRequest', 'HostConfig']);

function fieldsOf(model: string): Field[] {
  const schema = models[model];
  if (schema?.dataType !== 'refObject') throw new Error(`the model ${model} is no object`);
  return Object.entries(schema.properties).map(([name, property]) => {
    const { type, nullable } = jsonType(property);
    const decode = decoderOf(type);
    const lenient = WITH_LISTS_OF_ONE.has(model) && LISTS_OF_ONE.has(name);
    return {
      name,
      type,
      nullable,
      required: property.required === true,
      decode: lenient ? (value) => decode(typeof value === 'string' ? [value] : value) : decode,
    };
  });
}

/** Go's zero value, in JSON. */
function zero(type: JsonType): unknown {
  switch (type.kind) {
    case 'string':
      return '';
    case 'boolean':
      return false;
    case 'integer':
    case 'float':
      return 0;
    case 'array':
      return [];
    case 'object':
      return object(type.model)({});
    case 'map':
      return {};
    default:
      return null;
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function goType(type: JsonType): string {
  switch (type.kind) {
    case 'boolean':
      return 'bool';
    case 'float':
      return 'float64';
    case 'integer':
      return type.name;
    case 'array':
      return `[]${goType(type.item.type)}`;
    case 'map':
      return `map[string]${goType(type.value.type)}`;
    case 'object':
      return type.model;
    default:
      return type.kind === 'any' ? 'interface {}' : type.kind;
  }
}
