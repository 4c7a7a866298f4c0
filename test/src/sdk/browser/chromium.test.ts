import { serve } from '@acme/browser-terminal';
import { expect } from 'chai';
import { after, afterEach, before, it } from 'mocha';
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { Api } from '../../harness/api.js';
import { echoBytes, hold, paste, readFlood, sdkScript, seen, type, useOperations } from './page.js';
import { Browser } from '../../harness/browser.js';
import { BUSYBOX } from '../../harness/busybox.js';
import type { Engine } from '../../harness/engine.js';
import { eventually } from '../../harness/eventually.js';
import { loadBusybox, newEngine } from '../../harness/fleet.js';
import { onArca } from '../../harness/suite.js';

const PORT = 2375;
const ENGINE = `http://127.0.0.1:${PORT}`;

onArca('in Chromium', () => {
  let served: Awaited<ReturnType<typeof serve>>;
  let engine: Engine;
  let browser: Browser;
  let page: Page;
  let api: Api;

  before(async function () {
    this.timeout(60_000);
    served = await serve(0);
    engine = newEngine('arca', ['--host', `tcp://127.0.0.1:${PORT}`, '--allow-origin', served.origin]);
    await engine.start();
    await loadBusybox(engine);
    api = new Api(engine);
    browser = await Browser.launch();
  });
  after(async () => {
    await browser?.close();
    await engine?.stop();
    await served?.close();
  });
  afterEach(() => api.wipe());

  const open = async (): Promise<Page> => {
    page = await browser.context.newPage();
    await page.goto(`${served.origin}/?engine=${ENGINE}`);
    return page;
  };
  /** A page of an allowed origin with the SDK as `sdk`. */
  const scripted = async (): Promise<Page> => {
    const blank = await browser.context.newPage();
    await blank.goto(`${served.origin}/main.css`);
    await blank.addScriptTag({ content: await sdkScript() });
    return blank;
  };
  /** What stands on the terminal. */
  const screen = () => page.locator('.xterm-rows').innerText();
  const shows = (pattern: RegExp) =>
    eventually(async () => pattern.test(await screen()), `the terminal shows ${String(pattern)}`);
  const told = (text: string) => page.locator('#status', { hasText: text }).waitFor();

  it('a page with a terminal starts a container and runs a shell in it, of the page’s size', async () => {
    await open();
    await page.fill('input[name=image]', BUSYBOX);
    await page.click('form button');
    await told('connected');
    await page.keyboard.type('echo $((6*7))\n');
    await shows(/^42/m);
    const size = async (): Promise<number[]> => {
      await page.keyboard.type('clear; echo size $(stty size)\n');
      await shows(/^size \d+ \d+/m);
      return /^size (\d+) (\d+)/m
        .exec(await screen())!
        .slice(1)
        .map(Number);
    };
    const [rows = 0, columns = 0] = await size();
    await page.setViewportSize({ width: 800, height: 500 });
    await eventually(async () => {
      const [now = 0, across = 0] = await size();
      return now > 5 && now < rows && across > 30 && across < columns;
    }, 'the shell knows the smaller size');
    await page.keyboard.type('echo $((5*5)); sleep 600\n');
    // While it reads a line the shell takes the key itself.
    await shows(/^25/m);
    await page.keyboard.press('Control+C');
    await shows(/\^C/);
    await page.keyboard.type('echo over$((1+1))\n');
    await shows(/^over2/m);
    // More than a terminal holds at once.
    await page.keyboard.type('stty raw -echo; echo go$((1+1)); head -c 60000 | md5sum; stty sane\n');
    await shows(/^go2/m);
    await page.evaluate(paste, 'some words \r'.repeat(5000));
    const pasted = createHash('md5').update('some words \r'.repeat(5000)).digest('hex');
    await shows(new RegExp(pasted));
    if (process.env['ARCA_TEST_SCREENSHOT'])
      await page.screenshot({ path: process.env['ARCA_TEST_SCREENSHOT'] });
    await page.keyboard.type('exit 3\n');
    await told('ended with exit code 3');
    await page.close();
  });

  it('the SDK carries every byte both ways, and floods whole', async () => {
    page = await scripted();
    const id = await api.start({ Cmd: ['sleep', '600'] });
    // By WebSocketStream, which can make the engine wait, and by what every browser has.
    for (const plain of [false, true]) {
      expect(await page.evaluate(echoBytes, { ENGINE, id, plain }), `plain ${plain}`).to.deep.equal({
        ...{ same: true, code: 1000, plain },
      });
      expect(await page.evaluate(readFlood, { ENGINE, id }), `plain ${plain}`).to.deep.equal({
        ...{ bytes: 6_888_896, lines: 1_000_000, last: '1000000', code: 1000, exitCode: 3 },
      });
    }
    await page.close();
  });

  it('the SDK holds one container in two pages, takes what is pasted whole, and leaves by keys', async () => {
    const script = 'stty raw -echo; echo ready; head -c 600000 | md5sum; exec cat';
    const id = await api.start({ Cmd: ['sh', '-c', script], Tty: true, OpenStdin: true });
    const pages = [await scripted(), await scripted()] as const;
    for (const one of pages) await one.evaluate(hold, { ENGINE, id });
    const both = (pattern: RegExp) =>
      eventually(
        async () => {
          const found = await Promise.all(
            pages.map(async (one) => pattern.test((await one.evaluate(seen)).text)),
          );
          return found.every(Boolean);
        },
        `both pages show ${String(pattern)}`,
      );
    await both(/ready/);
    const texts = ['pasted text\n'.repeat(49_999), 'typed after\n'];
    await pages[0].evaluate(type, texts);
    await both(new RegExp(createHash('md5').update(texts.join('')).digest('hex')));
    await pages[0].evaluate(type, ['\x18']);
    await eventually(async () => (await pages[0].evaluate(seen)).ended === '1000', 'one page leaves it');
    await pages[1].evaluate(type, ['still here']);
    await eventually(
      async () => /still here$/.test((await pages[1].evaluate(seen)).text),
      'the other goes on',
    );
    await api.post(`/containers/${id}/kill`);
    await eventually(async () => (await pages[1].evaluate(seen)).ended === '1000', 'and ends with it');
    expect((await pages[0].evaluate(seen)).text).not.to.include('still here');
    for (const one of pages) await one.close();
  });

  it('the SDK calls operations, reads streams and tells failures', async () => {
    page = await scripted();
    const id = await api.start({ Cmd: ['sh', '-c', 'echo out; echo wrong >&2; exec cat'], OpenStdin: true });
    expect(await page.evaluate(useOperations, { ENGINE, id })).to.deep.equal({
      ...{ names: 1, version: '1.51', logs: { stdout: 'out\n', stderr: 'wrong\n' } },
      ...{
        followed: ['', 'out', 'wrong'],
        events: ['die', 'kill'],
        missing: 'NotFoundError 404 ContainerInspect',
      },
      ...{ attach: 'NotFoundError 404', sample: true, archive: true, aborted: 'enough' },
    });
    await page.close();
  });
});
