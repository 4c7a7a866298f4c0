const WIDTH = 110;

/** A doc comment of the paragraphs, or nothing when there are none. Ends in a newline. */
export function comment(paragraphs: (string | undefined)[], indent = ''): string {
  const lines = paragraphs.flatMap((paragraph) =>
    paragraph === undefined || paragraph === '' ? [] : wrapped(safe(paragraph), WIDTH - indent.length - 3),
  );
  if (lines.length === 0) return '';
  const [only] = lines;
  if (lines.length === 1 && `${indent}/** ${only} */`.length <= WIDTH) return `${indent}/** ${only} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`;
}

const safe = (text: string): string => text.replaceAll('*/', '*\u200b/');

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
