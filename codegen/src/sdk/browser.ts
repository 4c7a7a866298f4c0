import type { OperationFacts } from '../operation-facts.js';

/** What a browser has to know of an answer beyond what its head says. */
type BrowserResult = 'items' | 'bytes' | 'socket';

/**
 * The functions for browsers, out of those for Node: without the operations that take an HTTP connection over, which a page
 * cannot. Each tells what it is and what it answers, so that there is no table: a page brings along what it calls.
 */
export function browserFunctions(text: string, operations: readonly OperationFacts[]): string {
  const known = new Map(operations.map((facts) => [functionName(facts.id), facts]));
  const [head = '', ...functions] = text.split(/(?=^\/\*\*\n \* (?:(?!\*\/)[^])*?\*\/\nexport const )/m);
  const kept = functions.flatMap((one) => {
    const name = /^export const (\w+)/m.exec(one)?.[1] ?? '';
    const facts = known.get(name);
    if (facts === undefined) throw new Error(`there is no operation of the function ${name}`);
    known.delete(name);
    return forBrowser(one, facts);
  });
  if (known.size > 0) throw new Error(`no function of ${[...known.keys()].join(', ')}`);
  const body = kept.join('');
  return importsOf(head, body).replace("from '../client.js'", "from '../browser/client.js'") + body;
}

const functionName = (id: string): string => id.charAt(0).toLowerCase() + id.slice(1);

function forBrowser(text: string, facts: OperationFacts): string[] {
  const result = resultOf(facts);
  if (result === undefined && facts.result.kind === 'hijack') return [];
  const parts = text.split(/(options\.client\.\w+<[^(]*>\(\{)/);
  if (parts.length !== 3) throw new Error(`the function of ${facts.id} is written otherwise`);
  const told = ` operation: '${facts.id}',${result ? ` result: '${result}',` : ''}`;
  return [`${parts[0]}${parts[1]}${told}${parts[2]}`];
}

function resultOf({ result, operation }: OperationFacts): BrowserResult | undefined {
  if (result.kind === 'items' || result.kind === 'bytes') return result.kind;
  return operation['x-arca-websocket'] ? 'socket' : undefined;
}

/** Leaves names out of the imports that are not used. */
const importsOf = (head: string, body: string): string =>
  head.replace(/^import type \{ (.*) \} from '\.\/types\.gen\.js';$/m, (line, names: string) =>
    line.replace(
      names,
      names
        .split(', ')
        .filter((name) => new RegExp(`\\b${name}\\b`).test(body))
        .join(', '),
    ),
  );
