// Puts code of files into documents: `<!-- path/of/a/file.ts -->` or `<!-- path#region -->` before a block of code names what
// stands in it. With `--check` it tells which blocks are not what their files say.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const BLOCK = /^<!-- (\S+\.\w+)(?:#(\S+))? -->\n\n```(\w+)\n([^]*?)```$/gm;

/** A document with its blocks as the files are, read by `read`. Throws for a file or a region that is not there. */
export function withSnippets(text: string, read: (path: string) => string): string {
  return text.replace(BLOCK, (_, path: string, region: string | undefined, language: string) => {
    const source = read(path);
    const code = region === undefined ? source : regionOf(source, region, path);
    const name = region === undefined ? path : `${path}#${region}`;
    return `<!-- ${name} -->\n\n\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
  });
}

/** The lines between `// #region name` and its end, without the indentation that they share. */
function regionOf(source: string, name: string, path: string): string {
  const lines = source.split('\n');
  const start = lines.findIndex((line) => line.trim() === `// #region ${name}`);
  const end = lines.findIndex((line, index) => index > start && line.trim() === '// #endregion');
  if (start < 0 || end < 0) throw new Error(`${path} has no region ${name}`);
  const indent = lines[start]!.search(/\S/);
  return lines
    .slice(start + 1, end)
    .map((line) => line.slice(indent))
    .join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const check = process.argv.includes('--check');
  for (const path of globSync('docs/sdk*.md')) {
    const text = readFileSync(path, 'utf8');
    const wanted = withSnippets(text, (file) => readFileSync(file, 'utf8'));
    if (wanted === text) continue;
    console.log(check ? `${path}: an example is not what its file says` : path);
    if (check) process.exitCode = 1;
    else writeFileSync(path, wanted);
  }
}
