import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Bundles the page and serves it on loopback; port 0: any. */
export async function serve(port: number): Promise<{ origin: string; close: () => Promise<void> }> {
  const { outputFiles } = await build({
    entryPoints: [here('../page/main.ts')],
    outdir: here('page'),
    ...{ bundle: true, minify: true, write: false, platform: 'browser', format: 'esm' },
  });
  await stop(); // the bundler's process, which would wait for more
  const script = (name: string) => outputFiles.find(({ path }) => path.endsWith(name))!.contents;
  const files: Record<string, [type: string, bytes: Uint8Array]> = {
    '/': ['text/html; charset=utf-8', readFileSync(here('../page/index.html'))],
    '/main.js': ['text/javascript', script('main.js')],
    '/main.css': ['text/css', script('main.css')],
  };
  const server = createServer((request, response) => {
    const [type, bytes] = files[new URL(request.url ?? '/', 'http://page').pathname] ?? [];
    if (type === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(bytes);
  });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve()),
  );
  const { port: bound } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${bound}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
