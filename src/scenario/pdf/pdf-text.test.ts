import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pdfPages } from './pdf-text.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** One page with these commands; F1 is in Latin letters, F3 in UTF-16. */
function fileOf(content: string, more = ''): Uint8Array {
  return bytes(`%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F1 5 0 R /F3 6 0 R >> >> >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R >> endobj
4 0 obj << /Length ${content.length} >>
stream
${content}
endstream endobj
5 0 obj << /Type /Font /Encoding /WinAnsiEncoding >> endobj
6 0 obj << /Type /Font /Encoding /UniJIS-UTF16-H >> endobj
${more}`);
}

test('the text of a page that Chromium printed, with fonts of which only the letters in use are there', () => {
  const file = readFileSync(join(import.meta.dirname, 'printed-page.fixture.pdf'));
  const [page, ...others] = pdfPages(file);
  expect(others).toEqual([]);
  expect(page).toContain('Invoice IN-7');
  expect(page).toContain('Müller & Söhne (Holding)');
  expect(page).toContain('Łódź');
  expect(page).toContain('EUR 1,290.00');
});

test.each([
  ['(a \\(b\\) \\\\ c) Tj', 'a (b) \\ c'],
  ['(a (b) c) Tj', 'a (b) c'],
  ['(M\\374ller) Tj', 'Müller'],
  ['[(12) -50 (34) -300 (5)] TJ', '1234 5'],
  ['(one) Tj 0 -12 Td (two) Tj', 'one two'],
  ['<48 69> Tj', 'Hi'],
  ['/F3 9 Tf <682A5F0F> Tj', '株式'],
])('%s is %s', (commands, text) => {
  expect(pdfPages(fileOf(`BT /F1 9 Tf ${commands} ET`))).toEqual([text]);
});

test('objects that were written again count as they are in the end', () => {
  const later = '4 0 obj << /Length 17 >>\nstream\nBT (later) Tj ET \nendstream endobj';
  expect(pdfPages(fileOf('BT (before) Tj ET', later))).toEqual(['later']);
});

test('what is no PDF has no pages', () => {
  expect(pdfPages(bytes('<html>no</html>'))).toEqual([]);
});
