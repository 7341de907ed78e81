import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chromium } from './chromium.ts';
import { installables } from './index.ts';
import { k6 } from './k6.ts';

let machine = '';

/** A machine on which only what we put there is found: `bin` is its PATH, `cache` our cache. */
beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), 'tollgate-machine-'));
  vi.stubEnv('PATH', join(machine, 'bin'));
  vi.stubEnv('TOLLGATE_CACHE', join(machine, 'cache'));
  vi.stubEnv('TOLLGATE_K6', '');
  vi.stubEnv('TOLLGATE_CHROMIUM', '');
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', join(machine, 'playwright'));
});
afterEach(() => {
  vi.unstubAllEnvs();
});

function put(folder: string, name: string, script: string): string {
  mkdirSync(join(machine, folder), { recursive: true });
  const file = join(machine, folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('k6', () => {
  test('is null where there is none', async () => {
    expect(await k6.find()).toBeNull();
  });

  test('is found on PATH before the cache, and in the cache when the one on PATH is too old or too new', async () => {
    const cached = put('cache/bin', 'k6', 'echo "k6 v2.2.0 (go1.26.8, linux/amd64)"');
    const onPath = put('bin', 'k6', 'echo "k6 v2.10.1"');
    expect(await k6.find()).toEqual({ path: onPath, version: '2.10.1' });
    put('bin', 'k6', 'echo "k6 v1.8.1"');
    expect(await k6.find()).toEqual({ path: cached, version: '2.2.0' });
    put('bin', 'k6', 'echo "k6 v3.0.0"');
    expect(await k6.find()).toEqual({ path: cached, version: '2.2.0' });
  });

  test('that the user named is used, or refused in words that name it', async () => {
    const named = put('own', 'k6', 'echo "k6 v2.3.0"');
    vi.stubEnv('TOLLGATE_K6', named);
    expect(await k6.find()).toEqual({ path: named, version: '2.3.0' });
    vi.stubEnv('TOLLGATE_K6', join(machine, 'nowhere'));
    await expect(k6.find()).rejects.toMatchObject({
      code: 'TOOL_MISSING',
      message: expect.stringContaining('nowhere'),
    });
  });

  test('cannot be installed without Go and Python, and says what would help', async () => {
    await expect(k6.install(() => undefined)).rejects.toMatchObject({
      code: 'TOOL_MISSING',
      message: expect.stringContaining('neither Go 1.25 nor Python'),
      hint: expect.stringContaining('Install Go'),
    });
  });

  test('is built by the Go of the machine, from the pinned source, and moved into place whole', async () => {
    vi.stubEnv('PATH', `${join(machine, 'bin')}:/usr/bin:/bin`);
    const tool = 'printf "#!/bin/sh\\necho k6 v2.2.0\\n" > "$4" && chmod +x "$4" && pwd > "$4.cwd"';
    put('bin', 'go', `if [ "$1" = env ]; then echo go1.26.8; else ${tool}; cp "$4.cwd" ${machine}/cwd; fi`);
    put('cache/bin/.k6-1', 'left', 'by a killed build');
    const lines: string[] = [];
    await k6.install((line) => lines.push(line));
    expect(await k6.find()).toEqual({ path: join(machine, 'cache', 'bin', 'k6'), version: '2.2.0' });
    expect(readFileSync(join(machine, 'cwd'), 'utf8').trim()).toMatch(/\/tools\/k6$/);
    expect(readdirSync(join(machine, 'cache', 'bin'))).toEqual(['k6']);
    expect(lines.at(-1)).toMatch(/^k6 2\.2\.0 built in \d+ s\.$/);
  });
});

describe('Chromium', () => {
  test('is null where there is none', async () => {
    expect(await chromium.find()).toBeNull();
  });

  test('counts only when it tells its version', async () => {
    put('bin', 'chromium', 'echo "please install the snap"; exit 1');
    const chrome = put('bin', 'google-chrome', 'echo "Google Chrome 156.0.8078.79"');
    expect(await chromium.find()).toEqual({ path: chrome, version: '156.0.8078.79' });
  });

  test('that the user named is used, or refused', async () => {
    const named = put('own', 'browser', 'echo "Chromium 156.0.1.2 built on Debian"');
    vi.stubEnv('TOLLGATE_CHROMIUM', named);
    expect(await chromium.find()).toEqual({ path: named, version: '156.0.1.2' });
    vi.stubEnv('TOLLGATE_CHROMIUM', join(machine, 'nowhere'));
    await expect(chromium.find()).rejects.toMatchObject({ code: 'TOOL_MISSING' });
  });
});

test('each one says how much it takes and what to type', () => {
  for (const tool of installables) {
    expect(tool.sizeText).toMatch(/\d+ MB/);
    expect(tool.commandToType).toContain(tool.name);
  }
});
