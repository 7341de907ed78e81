import { existsSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { blindTo, GuardedPage } from './guarded-page.ts';

const executablePath = process.env['TOLLGATE_CHROMIUM'] ?? '/usr/bin/chromium';

test('a browser knows no name of production, with or without its last dot', () => {
  expect(blindTo({ hosts: ['API.acme.com', '*.live.acme.com', '203.0.113.7'], addresses: [] })).toEqual([
    '--host-resolver-rules=MAP api.acme.com ~NOTFOUND,MAP api.acme.com. ~NOTFOUND,' +
      'MAP *.live.acme.com ~NOTFOUND,MAP *.live.acme.com. ~NOTFOUND',
  ]);
  expect(blindTo({ hosts: [], addresses: ['203.0.113.0/24'] })).toEqual([]);
});

/** 127.0.0.2 and prod.localhost stand in for production, the screen is at 127.0.0.1; one server hears them all. */
describe.skipIf(!existsSync(executablePath))('the screen of a test target', () => {
  const marks = { hosts: ['prod.localhost', '[::1]'], addresses: ['127.0.0.2'] };
  const heard: string[] = [];
  let port = 0;
  let browser: Browser;

  const answer: RequestListener = (request, response) => {
    const { host = '' } = request.headers;
    heard.push(host);
    const to = new URL(request.url ?? '', 'http://x').searchParams.get('to') ?? '';
    const place = `http://${to}:${port}/`;
    const html = { 'content-type': 'text/html' };
    if (host !== `127.0.0.1:${port}` || to === '') response.writeHead(200, html).end('<p>an invoice</p>');
    else if (request.url?.startsWith('/redirect')) response.writeHead(302, { location: place }).end();
    else if (request.url?.startsWith('/refresh'))
      response.writeHead(200, html).end(`<meta http-equiv=refresh content="0;url=${place}"><p>moved</p>`);
    else response.writeHead(200, html).end(`<p>an invoice<img src="${place}logo.png">`);
  };
  const server = createServer(answer);

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    port = (server.address() as AddressInfo).port;
    const chromiumSandbox = process.getuid?.() !== 0;
    browser = await chromium.launch({ executablePath, chromiumSandbox, args: [...blindTo(marks)] });
  });
  beforeEach(() => {
    heard.length = 0;
  });
  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  async function open(path: string, bounds = marks) {
    const targetUrl = `http://127.0.0.1:${port}`;
    const guarded = await GuardedPage.over(await browser.newPage(), { marks: bounds, targetUrl });
    const outcome = await guarded.goto(path.startsWith('http') ? path : `${targetUrl}${path}`, {}).then(
      (page) => page?.status(),
      (error: { readonly code: string; readonly message: string }) => error,
    );
    await guarded.page.close();
    return outcome;
  }
  const elsewhere = () => heard.filter((host) => host !== `127.0.0.1:${port}`);

  test.each(['127.0.0.2', 'prod.localhost', 'PROD.localhost.'])('leads not to %s', async (host) => {
    const refusal = await open(`/redirect?to=${host}`);
    expect(refusal).toMatchObject({ code: 'GUARD_REFUSED' });
    expect(String(refusal)).toContain(host.toLowerCase());
    expect(elsewhere()).toEqual([]);
  });

  test('is not there itself', async () => {
    expect(await open(`http://127.0.0.2:${port}/`)).toMatchObject({ code: 'GUARD_REFUSED' });
    expect(heard).toEqual([]);
  });

  test('gets no picture and no other page from there', async () => {
    expect(await open('/picture?to=127.0.0.2')).toBe(200);
    await open('/refresh?to=prod.localhost');
    expect(elsewhere()).toEqual([]);
  });

  test('may lead where the project marks nothing', async () => {
    expect(await open('/redirect?to=127.0.0.2', { hosts: [], addresses: ['203.0.113.7'] })).toBe(200);
    expect(elsewhere()).not.toEqual([]);
  });
});
