import type { ContainerTopResponse } from '@arca/api';
import { systemError } from '@arca/plugin-kit';

/** Blanks of ASCII: a name may have others in it. */
const fieldsOf = (line: string): string[] => line.split(/[\t\n\f\r ]+/).filter((field) => field !== '');

/**
 * A column of another kind under the name of a process id would choose the processes by it.
 * Throws System `specifying "x=PID" is not allowed`.
 */
export function checkPsArgs(args: string): void {
  for (const [, column = '', title = ''] of args.matchAll(
    /[\t\n\f\r ]+([^\t\n\f\r ]*)=[\t\n\f\r ]*(PID[^\t\n\f\r ]*)/g,
  )) {
    if (column !== 'pid') {
      throw systemError(`specifying "${column}=${title}" is not allowed`, 'top.column');
    }
  }
}

/**
 * Of the output of `ps` the rows of some processes. A row of threads (its pid is `-`) belongs to the process above it.
 * Throws System when there is no column of process ids, or one that holds something else.
 */
export function processTable(output: string, pids: readonly number[]): Required<ContainerTopResponse> {
  const [first = '', ...lines] = output.split('\n');
  const titles = fieldsOf(first);
  const column = titles.indexOf('PID');
  if (column === -1) throw systemError("Couldn't find PID field in ps output", 'top.no-pid');
  const processes: string[][] = [];
  let ours = false;
  for (const line of lines.filter((text) => text !== '')) {
    const fields = fieldsOf(line);
    const pid = fields[column] ?? '';
    if (pid !== '-') ours = pids.includes(numberOf(pid));
    if (ours) processes.push(cells(fields, titles.length));
  }
  return { Titles: titles, Processes: processes };
}

function numberOf(pid: string): number {
  if (/^\d+$/.test(pid)) return Number(pid);
  throw systemError(
    `Unexpected pid '${pid}': strconv.Atoi: parsing "${pid}": invalid syntax`,
    'top.unexpected-pid',
  );
}

/** As many cells as there are titles: a command's own blanks are in the last. */
const cells = (fields: readonly string[], count: number): string[] => [
  ...fields.slice(0, count - 1),
  fields.slice(count - 1).join(' '),
];
