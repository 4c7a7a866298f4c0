/** What an enumeration is, beside what the description lists. */
export const NEWER_VALUE = 'NewerValue';

const ENUMERATION = /'[^'\n]*'(?: \| '[^'\n]*')+/g;
const OPENED = new RegExp(` \\| ${NEWER_VALUE}\\b`, 'g');

/**
 * Lets newer engines answer values that the description does not list. What is only asked, the parameters of operations,
 * stays as it is listed.
 */
export function openEnumerations(types: string): string {
  return types
    .split(/^(?=export type )/m)
    .map((declaration) =>
      /^export type \w+Data = \{$/m.test(declaration) ? declaration : opened(declaration),
    )
    .join('');
}

const opened = (declaration: string): string =>
  declaration
    .split('\n')
    .map((line) =>
      /^ *\*/.test(line) ? line : line.replace(ENUMERATION, (all) => `${all} | ${NEWER_VALUE}`),
    )
    .join('\n');

/** The types as the description lists them. */
export const listedOnly = (types: string): string => types.replaceAll(OPENED, '');
