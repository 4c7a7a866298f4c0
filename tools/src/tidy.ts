// Style as a test: what neither the compiler nor the linter sees.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Rule {
  name: string;
  /** Files that the rule reads. */
  files: RegExp;
  /** Gives what is wrong with the file, a line each. */
  find(path: string, text: string): string[];
}

const matches = (text: string, pattern: RegExp) =>
  text
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${index + 1}: ${line.trim().slice(0, 100)}`] : []));

const rules: Rule[] = [
  {
    name: 'a folder is a noun of the field, not a drawer',
    files: /./,
    find: (path) => (/(^|\/)(utils?|helpers?|misc|common|lib)(\/|\.ts$)/.test(path) ? [path] : []),
  },
  {
    name: 'nothing is left for later in the code',
    files: /\.(ts|sh|cjs)$/,
    // The words are put together here so that this line does not find itself.
    find: (_, text) =>
      matches(text, new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`)),
  },
  {
    name: 'a plugin has a README with its table',
    files: /^packages\/plugins\/[^/]+\/package\.json$/,
    find: (path) =>
      tracked.includes(path.replace('package.json', 'README.md')) ? [] : ['README.md is missing'],
  },
  {
    name: 'a logging driver passes the shared suite',
    files: /^(packages\/plugins|examples)\/[^/]+\/src\/(?!.*\.test\.ts$).*\.ts$/,
    find: (path, text) => {
      if (!/\bbindLogDriver\(/.test(text)) return [];
      const folder = path.slice(0, path.indexOf('/src/') + 1);
      const runs = (test: string) => /^describeLogDriver\(/m.test(readFileSync(test, 'utf8'));
      return tracked.some((test) => test.startsWith(folder) && test.endsWith('.test.ts') && runs(test))
        ? []
        : ['no test calls describeLogDriver'];
    },
  },
  {
    name: 'an HTTP status belongs to server/src/http',
    files: /^packages\/(server|plugin-kit|plugins\/[^/]+)\/src\/(?!http\/|generated\/).*(?<!\.test)\.ts$/,
    find: (_, text) => matches(text, /\bstatus(Code)?\s*[:=]\s*(101|20[0-6]|30[1-8]|4\d\d|50\d)\b/),
  },
];

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && !/(^|\/)generated\/|\.gen\.ts$|package-lock\.json$/.test(path));

let found = 0;
for (const path of tracked) {
  const applicable = rules.filter((rule) => rule.files.test(path));
  if (applicable.length === 0) continue;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    continue; // deleted in the working tree
  }
  for (const rule of applicable) {
    for (const finding of rule.find(path, text)) {
      process.stderr.write(`tidy: ${rule.name}: ${path}:${finding}\n`);
      found++;
    }
  }
}
process.exitCode = found > 0 ? 1 : 0;
