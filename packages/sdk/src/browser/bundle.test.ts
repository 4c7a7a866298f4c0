import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { build } from 'esbuild';
import { describe, it } from 'mocha';
import ts from 'typescript';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));

/** Bundles a script that a page might have; it sees the package as others do. */
async function bundle(
  contents: string,
): Promise<{ text: string; size: number; gzip: number; inputs: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: PACKAGE },
    ...{ bundle: true, minify: true, write: false, metafile: true },
    ...{ platform: 'browser', format: 'esm', target: 'es2022', logLevel: 'silent' },
  });
  const [{ contents: bytes, text }] = outputFiles as [(typeof outputFiles)[0]];
  const gzip = gzipSync(bytes, { level: 9 }).length;
  return { text, size: bytes.length, gzip, inputs: Object.keys(metafile.inputs) };
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

describe('the build for browsers', () => {
  it('bundles without a Node API and without another package', async () => {
    const whole = await bundle(`export * from '@arca/sdk/browser'`);
    const modules = [...whole.text.matchAll(/(?:from|import|require\()\s*["']([^"']+)["']/g)].map(
      ([, name]) => name!,
    );
    expect(modules.filter((name) => name.startsWith('node:') || builtinModules.includes(name))).to.deep.equal(
      [],
    );
    expect(whole.text).not.to.match(/\b(Buffer|process|__dirname)\b/);
    expect(whole.inputs.filter((path) => path.includes('node_modules'))).to.deep.equal([]);
    console.log(`      whole: ${kilobytes(whole.size)}, ${kilobytes(whole.gzip)} with gzip`);
  });

  it('fails to bundle what Node alone has', async () => {
    const failed = await bundle(`import { Docker } from '@arca/sdk'; new Docker()`).catch(
      (error: Error) => error,
    );
    expect(failed)
      .to.be.instanceOf(Error)
      .with.property('message')
      .that.matches(/"node:/);
  });

  it('leaves out what a page does not call', async () => {
    const one = await bundle(
      `import { createClient, containerList } from '@arca/sdk/browser';
       containerList({ client: createClient() }).then(console.log)`,
    );
    const whole = await bundle(`export * from '@arca/sdk/browser'`);
    expect(one.text).to.include('/containers/json').and.not.to.include('/images/');
    expect(one.gzip)
      .to.be.lessThan(4000)
      .and.lessThan(whole.gzip / 2);
    console.log(`      one operation: ${kilobytes(one.size)}, ${kilobytes(one.gzip)} with gzip`);
  });

  it('compiles with the types of browsers alone, and a Node API does not', function () {
    this.timeout(120_000);
    const file = join(PACKAGE, 'tsconfig.browser.json');
    const { options, fileNames } = ts.getParsedCommandLineOfConfigFile(
      file,
      {},
      {
        ...ts.sys,
        onUnRecoverableConfigFileDiagnostic: () => undefined,
      },
    )!;
    const wrong = join(PACKAGE, 'src/browser/wrong.ts');
    const text = `export { readFileSync } from 'node:fs';\nexport const bytes = Buffer.from('a');\nexport const env = process.env;\n`;
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists } = host;
    host.fileExists = (name) => name === wrong || fileExists(name);
    host.getSourceFile = (name, ...rest) =>
      name === wrong
        ? ts.createSourceFile(name, text, ...(rest as [ts.ScriptTarget]))
        : getSourceFile(name, ...rest);
    const found = ts.getPreEmitDiagnostics(ts.createProgram([...fileNames, wrong], options, host));
    expect(
      found.map(({ file: at, start = 0 }) => [at?.fileName, at?.getLineAndCharacterOfPosition(start).line]),
    ).to.deep.equal([0, 1, 2].map((line) => [wrong, line]));
  });
});
