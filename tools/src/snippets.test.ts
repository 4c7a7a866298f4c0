import { expect } from 'chai';
import { describe, it } from 'mocha';
import { withSnippets } from './snippets.js';

const FILE = `const a = 1;\n{\n  // #region part\n  if (a) {\n    b();\n  }\n  // #endregion\n}\n`;
const block = (name: string, code: string) => `<!-- ${name} -->\n\n\`\`\`ts\n${code}\`\`\`\n`;
const filled = (text: string) => withSnippets(text, (path) => (path === 'x.ts' ? FILE : ''));

describe('snippets of documents', () => {
  it('become what their files say', () => {
    const text = `# Title\n\n${block('x.ts', 'old\n')}\nand\n\n${block('x.ts#part', '')}`;
    const wanted = `# Title\n\n${block('x.ts', FILE)}\nand\n\n${block('x.ts#part', 'if (a) {\n  b();\n}\n')}`;
    expect(filled(text)).to.equal(wanted);
    expect(filled(wanted)).to.equal(wanted);
  });

  it('fail for a region that is not there, and leave other blocks alone', () => {
    expect(() => filled(block('x.ts#none', ''))).to.throw('x.ts has no region none');
    expect(filled('```ts\nown\n```\n')).to.equal('```ts\nown\n```\n');
  });
});
