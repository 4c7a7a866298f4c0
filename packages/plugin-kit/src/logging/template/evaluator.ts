import { functions } from './functions.js';
import { TemplateError } from './lexer.js';
import { parseTemplate, type Command, type Node, type Operand, type Pipe } from './parser.js';
import { isTrue, print, Struct, typeOf, type Value } from './values.js';

class Break extends Error {}
class Continue extends Error {}

/**
 * Expands a template of Go's `text/template` with Docker's functions, as far as log tags use it: all but `define`,
 * `template`, `block`, `call` and `js`. Throws TemplateError with Go's texts.
 */
export function expandTemplate(name: string, template: string, data: Struct): string {
  const nodes = parseTemplate(name, template, new Set([...Object.keys(functions), 'and', 'or']));
  return new Evaluator(name, template, data).list(nodes, data);
}

class Evaluator {
  readonly #variables: [name: string, value: Value][];

  constructor(
    private readonly name: string,
    private readonly template: string,
    data: Struct,
  ) {
    this.#variables = [['$', data]];
  }

  list(nodes: readonly Node[], dot: Value): string {
    return nodes.map((node) => this.#node(node, dot)).join('');
  }

  #node(node: Node, dot: Value): string {
    switch (node.kind) {
      case 'text':
        return node.text;
      case 'action': {
        const value = this.#pipe(node.pipe, dot);
        return node.pipe.variables.length > 0 ? '' : print(value);
      }
      case 'break':
        throw new Break();
      case 'continue':
        throw new Continue();
      default:
        return this.#scope(() => {
          if (node.kind === 'range') return this.#range(node, dot);
          const value = this.#pipe(node.pipe, dot);
          if (!isTrue(value)) return this.list(node.otherwise, dot);
          return this.list(node.body, node.kind === 'with' ? value : dot);
        });
    }
  }

  /** Variables that are declared meanwhile end with it. */
  #scope<T>(work: () => T): T {
    const known = this.#variables.length;
    try {
      return work();
    } finally {
      this.#variables.length = known;
    }
  }

  #range({ pipe, body, otherwise }: Extract<Node, { pipe: Pipe; body: Node[] }>, dot: Value): string {
    const value = this.#pipe({ ...pipe, variables: [] }, dot);
    const entries = this.#entries(value, pipe);
    if (entries.length === 0) return this.list(otherwise, dot);
    let text = '';
    for (const [key, element] of entries) {
      try {
        this.#scope(() => {
          const [first, second] = pipe.variables;
          if (first) this.#set(first, second ? key : element, pipe.declares);
          if (second) this.#set(second, element, pipe.declares);
          for (const node of body) text += this.#node(node, element);
        });
      } catch (error) {
        if (error instanceof Break) break;
        if (!(error instanceof Continue)) throw error;
      }
    }
    return text;
  }

  #entries(value: Value, pipe: Pipe): [Value, Value][] {
    if (value instanceof Map) return [...value].sort(([a], [b]) => (a < b ? -1 : 1));
    if (Array.isArray(value)) return (value as Value[]).map((element, index) => [index, element]);
    if (value === undefined) return [];
    return this.#fail(pipe.commands[0]!.operands[0]!, `range can't iterate over ${print(value)}`);
  }

  #set(name: string, value: Value, declares: boolean): void {
    const known = declares ? undefined : this.#variables.findLast(([other]) => other === name);
    if (known) known[1] = value;
    else this.#variables.push([name, value]);
  }

  #pipe(pipe: Pipe, dot: Value): Value {
    let value: Value;
    for (const [index, command] of pipe.commands.entries()) {
      value = this.#command(command, dot, index > 0 ? [value] : []);
    }
    for (const name of pipe.variables) this.#set(name, value, pipe.declares);
    return value;
  }

  #command({ operands, text }: Command, dot: Value, piped: Value[]): Value {
    const [first, ...rest] = operands as [Operand, ...Operand[]];
    if (first.kind !== 'function') {
      if (rest.length + piped.length > 0) {
        this.#fail(first, `can't give argument to non-function ${first.text}`);
      }
      if (first.kind === 'nil') this.#fail(first, 'nil is not a command');
      return this.#operand(first, dot);
    }
    return this.#call(first, rest, dot, piped, text);
  }

  #call(first: Operand, rest: Operand[], dot: Value, piped: Value[], text: string): Value {
    const name = first.value as string;
    if (name === 'and' || name === 'or') {
      // What follows is not evaluated once the answer is known.
      const values = [
        ...rest.map((operand) => () => this.#operand(operand, dot)),
        ...piped.map((v) => () => v),
      ];
      let value: Value;
      if (values.length === 0) this.#fail(first, `wrong number of args for ${name}: want at least 1 got 0`);
      for (const get of values) {
        value = get();
        if (isTrue(value) === (name === 'or')) break;
      }
      return this.#fields(first, value);
    }
    const values = [...rest.map((operand) => this.#operand(operand, dot)), ...piped];
    const { least, most, call } = functions[name]!;
    if (values.length < least || values.length > (most ?? Infinity)) {
      const want = most === least ? `${least}` : `at least ${least}`;
      this.#fail(first, `wrong number of args for ${name}: want ${want} got ${values.length}`);
    }
    try {
      return this.#fields(first, call(...values));
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      return this.#fail({ ...first, text }, error.message);
    }
  }

  #operand(operand: Operand, dot: Value): Value {
    switch (operand.kind) {
      case 'literal':
        return operand.value;
      case 'nil':
        return undefined;
      case 'dot':
        return this.#fields(operand, dot);
      case 'variable':
        return this.#fields(operand, this.#variables.findLast(([name]) => name === operand.value)?.[1]);
      case 'pipe':
        return this.#fields(
          operand,
          this.#scope(() => this.#pipe(operand.pipe!, dot)),
        );
      case 'function':
        return this.#call(operand, [], dot, [], operand.text);
    }
  }

  #fields(operand: Operand, start: Value): Value {
    let value = start;
    for (const field of operand.fields) {
      if (value instanceof Map) value = value.get(field);
      else if (value instanceof Struct && Object.hasOwn(value.fields, field)) value = value.fields[field]!();
      else if (value === undefined) this.#fail(operand, `nil data; no entry for key "${field}"`);
      else this.#fail(operand, `can't evaluate field ${field} in type ${typeOf(value)}`);
    }
    return value;
  }

  #fail({ at, text }: Operand, message: string): never {
    const before = this.template.slice(0, at).split('\n');
    const place = `${before.length}:${Buffer.byteLength(before.at(-1)!)}`;
    throw new TemplateError(
      `template: ${this.name}:${place}: executing "${this.name}" at <${text}>: ${message}`,
    );
  }
}
