import { pieces, TemplateError, type Piece, type Token } from './lexer.js';

/** A part of a command: a value, or the function that it calls. */
export interface Operand {
  kind: 'literal' | 'dot' | 'nil' | 'variable' | 'function' | 'pipe';
  /** Of literals; a variable's or function's name. */
  value: string | number | boolean;
  pipe?: Pipe;
  /** Fields that are taken of it, one after the other. */
  fields: string[];
  /** As it was written, and where, for messages. */
  text: string;
  at: number;
}

export interface Command {
  operands: Operand[];
  text: string;
}

/** Commands of which each has the result of the one before as its last argument. */
export interface Pipe {
  /** Variables that are set, with `:=` as new ones. */
  variables: string[];
  declares: boolean;
  commands: Command[];
}

export type Node =
  | { kind: 'text'; text: string }
  | { kind: 'action'; pipe: Pipe }
  | { kind: 'break' | 'continue' }
  | { kind: 'if' | 'with' | 'range'; pipe: Pipe; body: Node[]; otherwise: Node[] };

/** Parses a template of Go's `text/template`, without `define`, `template` and `block`. Throws TemplateError. */
export const parseTemplate = (name: string, template: string, functions: ReadonlySet<string>): Node[] =>
  new Parser(name, template, functions).parse();

class Parser {
  readonly #pieces: Piece[];
  #tokens: Token[] = [];
  #variables = ['$'];
  #loops = 0;

  constructor(
    private readonly name: string,
    private readonly template: string,
    private readonly functions: ReadonlySet<string>,
  ) {
    this.#pieces = pieces(template, (message, at) => this.#fail(message, at));
  }

  parse(): Node[] {
    const { nodes, ending } = this.#list();
    if (ending) this.#fail(`unexpected {{${ending}}}`);
    return nodes;
  }

  /** Nodes up to the end of the template or of a block; `ending` is the word that ends it. */
  #list(): { nodes: Node[]; ending?: 'end' | 'else' } {
    const nodes: Node[] = [];
    for (let piece = this.#pieces.shift(); piece !== undefined; piece = this.#pieces.shift()) {
      if (typeof piece === 'string') {
        nodes.push({ kind: 'text', text: piece });
        continue;
      }
      this.#tokens = piece;
      const { kind, text } = this.#peek;
      const keyword = kind === 'word' ? text : '';
      if (keyword === 'end' || keyword === 'else') {
        this.#take();
        if (keyword === 'end') this.#close('end');
        return { nodes, ending: keyword };
      }
      nodes.push(this.#node(keyword));
    }
    return { nodes };
  }

  #node(keyword: string): Node {
    switch (keyword) {
      case 'if':
      case 'with':
      case 'range':
        this.#take();
        return this.#block(keyword);
      case 'break':
      case 'continue':
        this.#take();
        this.#close(keyword);
        if (this.#loops === 0) this.#fail(`{{${keyword}}} outside {{range}}`);
        return { kind: keyword };
      case 'define':
      case 'template':
      case 'block':
        return this.#fail(`{{${keyword}}} is not supported`);
      default: {
        const pipe = this.#pipe('command');
        this.#close('command');
        return { kind: 'action', pipe };
      }
    }
  }

  #block(kind: 'if' | 'with' | 'range'): Node {
    const known = this.#variables.length;
    const pipe = this.#pipe(kind);
    this.#close(kind);
    if (kind === 'range') this.#loops++;
    const { nodes: body, ending } = this.#list();
    if (kind === 'range') this.#loops--;
    if (!ending) this.#fail('unexpected EOF');
    const otherwise = ending === 'else' ? this.#otherwise(kind) : [];
    this.#variables.length = known;
    return { kind, pipe, body, otherwise };
  }

  #otherwise(kind: string): Node[] {
    if (kind === 'if' && this.#peek.kind === 'word' && this.#peek.text === 'if') {
      this.#take();
      return [this.#block('if')];
    }
    this.#close('else');
    const { nodes, ending } = this.#list();
    if (!ending) this.#fail('unexpected EOF');
    if (ending === 'else') this.#fail('expected end; found {{else}}');
    return nodes;
  }

  /** The words up to a `}}` or `)`, which is left. */
  #pipe(context: string): Pipe {
    const pipe: Pipe = { variables: [], declares: false, commands: [] };
    const names = this.#assigned(context === 'range');
    if (names) Object.assign(pipe, names);
    do pipe.commands.push(this.#command(context));
    while (this.#accept('|'));
    for (const name of pipe.variables) {
      if (pipe.declares) this.#variables.push(name);
      else this.#require(name);
    }
    return pipe;
  }

  #assigned(isRange: boolean): Pick<Pipe, 'variables' | 'declares'> | undefined {
    const [first, second, third, fourth] = this.#tokens;
    if (first?.kind !== 'variable') return undefined;
    const isSet = (token?: Token) => token?.text === ':=' || token?.text === '=';
    if (isSet(second)) {
      this.#tokens.splice(0, 2);
      return { variables: [first.text], declares: second!.text === ':=' };
    }
    if (isRange && second?.text === ',' && third?.kind === 'variable' && isSet(fourth)) {
      this.#tokens.splice(0, 4);
      return { variables: [first.text, third.text], declares: fourth!.text === ':=' };
    }
    return undefined;
  }

  #command(context: string): Command {
    const operands: Operand[] = [];
    const start = this.#peek.at;
    let end = start;
    while (this.#peek.kind !== 'close' && !['|', ')'].includes(this.#peek.text)) {
      const operand = this.#operand(context);
      operands.push(operand);
      end = operand.at + operand.text.length;
    }
    if (operands.length === 0) this.#fail(`missing value for ${context}`);
    return { operands, text: this.template.slice(start, end) };
  }

  #operand(context: string): Operand {
    const token = this.#take();
    const operand: Operand = { ...this.#start(token, context), fields: [], text: '', at: token.at };
    if (token.kind === 'field') operand.fields.push(token.text.slice(1));
    let end = this.#end;
    while (this.#peek.kind === 'field' && this.#peek.joined) {
      if (['literal', 'nil'].includes(operand.kind)) this.#fail(`unexpected . after term "${token.text}"`);
      operand.fields.push(this.#take().text.slice(1));
      end = this.#end;
    }
    operand.text = this.template.slice(token.at, end);
    return operand;
  }

  #start({ kind, text }: Token, context: string): Pick<Operand, 'kind' | 'value' | 'pipe'> {
    if (kind === 'string') return { kind: 'literal', value: this.#string(text) };
    if (kind === 'number') {
      const value = text.startsWith("'")
        ? (this.#string(`"${text.slice(1, -1)}"`).codePointAt(0) ?? 0)
        : Number(text);
      return { kind: 'literal', value };
    }
    if (kind === 'field' || kind === 'dot') return { kind: 'dot', value: '' };
    if (kind === 'variable') {
      this.#require(text);
      return { kind: 'variable', value: text };
    }
    if (text === '(') {
      const pipe = this.#pipe('parenthesized pipeline');
      if (!this.#accept(')')) this.#fail('unclosed left paren');
      return { kind: 'pipe', value: '', pipe };
    }
    if (kind !== 'word') return this.#fail(`unexpected "${text}" in ${context}`);
    if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true' };
    if (text === 'nil') return { kind: 'nil', value: '' };
    if (!this.functions.has(text)) this.#fail(`function "${text}" not defined`);
    return { kind: 'function', value: text };
  }

  /** A Go string: the escapes that JSON has too. */
  #string(text: string): string {
    if (text.startsWith('`')) return text.slice(1, -1);
    try {
      return JSON.parse(text.replaceAll('\t', '\\t').replaceAll("\\'", "'")) as string;
    } catch {
      return this.#fail('invalid syntax');
    }
  }

  #require(variable: string): void {
    if (!this.#variables.includes(variable)) this.#fail(`undefined variable "${variable}"`);
  }

  get #peek(): Token {
    return this.#tokens[0]!;
  }

  /** Offset of the end of the word that was taken last. */
  #end = 0;

  #take(): Token {
    const token = this.#tokens.shift()!;
    this.#end = token.at + token.text.length;
    return token;
  }

  #accept(sign: string): boolean {
    if (this.#peek.kind !== 'sign' || this.#peek.text !== sign) return false;
    this.#take();
    return true;
  }

  #close(context: string): void {
    const { kind, text, at } = this.#peek;
    if (kind !== 'close') this.#fail(`unexpected "${text}" in ${context}`, at);
  }

  #fail(message: string, at = this.#tokens[0]?.at ?? this.template.length): never {
    const line = this.template.slice(0, at).split('\n').length;
    throw new TemplateError(`template: ${this.name}:${line}: ${message}`);
  }
}
