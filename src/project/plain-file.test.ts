import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPlainFile } from './plain-file.ts';
import { plainText } from './plain-text.ts';

const root = mkdtempSync(join(tmpdir(), 'plain-'));
const project = join(root, 'project');
const socket = createServer();

beforeAll(async () => {
  mkdirSync(join(project, 'folder'), { recursive: true });
  writeFileSync(join(root, 'outside'), 'x');
  writeFileSync(join(project, 'inside'), 'x');
  writeFileSync(join(project, 'first'), 'x');
  linkSync(join(project, 'first'), join(project, 'twin'));
  writeFileSync(join(project, 'large'), '');
  truncateSync(join(project, 'large'), 50_000_000);
  symlinkSync(join(root, 'outside'), join(project, 'way-out'));
  symlinkSync('inside', join(project, 'way-in'));
  symlinkSync('folder', join(project, 'to-folder'));
  symlinkSync('nowhere', join(project, 'broken'));
  symlinkSync('/dev/zero', join(project, 'zero'));
  symlinkSync('loop', join(project, 'loop'));
  symlinkSync(project, join(root, 'by-link'));
  execFileSync('mkfifo', [join(project, 'pipe')]);
  await new Promise<void>((done) => socket.listen(join(project, 'socket'), done));
});

afterAll(async () => {
  await new Promise((done) => socket.close(done));
  rmSync(root, { recursive: true });
});

const read = (name: string, within = project) =>
  readPlainFile(join(within, name), { bytesMax: 1000, within });

test.each(['inside', 'way-in'])('%s is read', (name) => {
  expect(read(name)).toEqual({ kind: 'read', bytes: Buffer.from('x') });
});

describe('refused at once', () => {
  test.each([
    ['way-out', /^is a link that leads out of the project, to .*outside;/],
    ['zero', /^is a link that leads out of the project, to \/dev\/zero;/],
    ['twin', /^has a second name \(a hard link\)/],
    ['large', /^holds 50000000 bytes, expected at most 1000$/],
    ['pipe', /^is a pipe, expected a file$/],
    ['socket', /^is a socket, expected a file$/],
    ['folder', /^is a folder, expected a file$/],
    ['to-folder', /^is a link to a folder, expected a file$/],
    ['broken', /^is not there$/],
    ['loop', /^cannot be read \(ELOOP\)$/],
  ])('%s', (name, why) => {
    expect(read(name)).toEqual({ kind: 'refused', why: expect.stringMatching(why) });
  });

  test('a device, wherever it stands', () => {
    const found = readPlainFile('/dev/zero', { bytesMax: 1000 });
    expect(found).toEqual({ kind: 'refused', why: 'is a device, expected a file' });
  });
});

test('a project that is reached by a link is still the project', () => {
  expect(read('inside', join(root, 'by-link')).kind).toBe('read');
  expect(read('way-out', join(root, 'by-link')).kind).toBe('refused');
});

describe('text', () => {
  test.each([
    ['plain', Buffer.from('a: ä\n'), { kind: 'text', text: 'a: ä\n' }],
    ['with a mark', Buffer.from('\ufeffa'), { kind: 'text', text: 'a' }],
    ['with a replacement character in it', Buffer.from('\ufffd'), { kind: 'text', text: '\ufffd' }],
    ['UTF-16', Buffer.from('\ufeffa', 'utf16le'), { kind: 'refused', line: 1 }],
    ['NUL', Buffer.from('a\nb\0'), { kind: 'refused', line: 2 }],
    ['Latin-1', Buffer.from('a\nb\n\xe4', 'latin1'), { kind: 'refused', line: 3 }],
    [
      'half a character behind a mark',
      Buffer.from([0xef, 0xbb, 0xbf, 0x0a, 0xc3]),
      { kind: 'refused', line: 2 },
    ],
  ])('%s', (_what, bytes, expected) => {
    expect(plainText(bytes)).toMatchObject(expected);
  });
});
