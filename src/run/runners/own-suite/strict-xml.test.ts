import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { readJunit } from './junit-report.ts';
import { readStrictXml } from './strict-xml.ts';

const inside = (text: string) =>
  `<testsuite><testcase name="a"><failure>${text}</failure></testcase></testsuite>`;
const read = (text: string) => readJunit(Buffer.from(text));
const bomb = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');

test.each([
  ['a DOCTYPE', `<!DOCTYPE testsuite>${inside('')}`, /found a DOCTYPE/],
  [
    'one in small letters after a comment',
    `<?xml version="1.0"?>\n<!-- x -->\n<!doctype x>${inside('')}`,
    /found a DOCTYPE/,
  ],
  [
    'one after a great deal of white space',
    `${' '.repeat(5000)}<!DOCTYPE x>${inside('')}`,
    /found a DOCTYPE/,
  ],
  ['an entity bomb', `<!DOCTYPE x [<!ENTITY e0 "ha">${bomb}]>${inside('&e9;')}`, /found a DOCTYPE/],
  ['an entity that nobody declared', inside('&bomb;'), /well-formed XML.*undefined entity/],
  ['a flood of numeric references', inside('&#65;'.repeat(1_000_001)), /more than 1000000 references/],
  ['a control character', inside('red \u001b[31m'), /well-formed XML.*disallowed character/],
  ['a control character by number', inside('&#x1b;'), /well-formed XML.*malformed character entity/],
  ['one that XML 1.1 would allow', `<?xml version="1.1"?>${inside('&#x1;')}`, /well-formed XML/],
  ['half a document', inside('x').slice(0, -14), /well-formed XML.*unclosed tag/],
  ['an end that is not reached', '<testsuite><testcase name="a', /well-formed XML/],
  ['nothing', '', /well-formed XML.*root element/],
  ['white space only', ' \n', /well-formed XML.*root element/],
  ['two roots', '<testsuite/><testsuite/>', /well-formed XML/],
  ['text after the end', '<testsuite/>PASS', /well-formed XML/],
  ['an attribute twice', '<testsuite name="a" name="b"/>', /duplicate attribute/],
  ['elements too deep', `${'<testsuite>'.repeat(65)}${'</testsuite>'.repeat(65)}`, /more than 64 levels/],
  [
    'another encoding',
    '<?xml version="1.0" encoding="ISO-8859-1"?><testsuite/>',
    /ISO-8859-1, expected UTF-8/,
  ],
])('%s is refused', (_, text, message) => {
  expect(() => read(text)).toThrow(message);
});

test('bytes that are not UTF-8 are refused', () => {
  expect(() => readJunit(Buffer.from([0x3c, 0xff, 0x3e]))).toThrow(/not UTF-8/);
});

test('a document of too many nodes is refused', () => {
  expect(() => read(`<testsuite>${'<a/>'.repeat(1_000_001)}</testsuite>`)).toThrow(/more than 1000000 nodes/);
});

test('a real report cut anywhere is refused', () => {
  const whole = readFileSync(new URL('../saved/own-suite/pytest-mixed.xml', import.meta.url)).subarray(0, -1);
  for (let length = 0; length < whole.length - 14; length += 37)
    expect(() => readJunit(whole.subarray(0, length))).toThrow();
});

test('an external entity is asked of nobody and read from nowhere', async () => {
  let connections = 0;
  const canary = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  canary.listen(0, '127.0.0.1');
  await once(canary, 'listening');
  onTestFinished(() => void canary.close());
  const { port } = canary.address() as AddressInfo;
  for (const system of [`http://127.0.0.1:${port}/x`, 'file:///etc/passwd']) {
    const text = `<!DOCTYPE x [<!ENTITY x SYSTEM "${system}"><!ENTITY % y SYSTEM "${system}"> %y;]>${inside('&x;')}`;
    expect(() => read(text)).toThrow(/found a DOCTYPE/);
  }
  const plain = `<?xml version="1.0"?><?xml-stylesheet href="http://127.0.0.1:${port}/s"?><testsuite xmlns="http://127.0.0.1:${port}/n" xmlns:i="i" i:schemaLocation="http://127.0.0.1:${port}/l"><testcase name="a"/></testsuite>`;
  expect(read(plain).results).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(connections).toBe(0);
});

test('names of attributes that mean something to JavaScript mean nothing here', () => {
  const heard: unknown[] = [];
  const open = (_: string, attributes: Readonly<Record<string, string>>) =>
    heard.push(Object.entries(attributes));
  readStrictXml(Buffer.from('<a __proto__="x"/>'), { open, text: () => undefined, close: () => undefined });
  expect(heard).toEqual([[['__proto__', 'x']]]);
});
