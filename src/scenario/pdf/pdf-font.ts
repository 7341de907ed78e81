import { type PdfObject, type PdfObjects, reference } from './pdf-objects.ts';

/** The letters of a string of bytes, one character each. */
export type PdfFont = (bytes: string) => string;

export function readFont(objects: PdfObjects, font: PdfObject | undefined): PdfFont {
  const map = objects.get(reference(font?.text ?? '', 'ToUnicode') ?? -1)?.stream ?? null;
  if (map !== null) return mapped(map);
  if (/\/Encoding\s*\/[A-Za-z0-9-]*UTF16/.test(font?.text ?? ''))
    return (bytes) => utf16(Buffer.from(bytes, 'latin1').toString('hex'));
  return (bytes) => new TextDecoder('windows-1252').decode(Buffer.from(bytes, 'latin1'));
}

/** By the table that a font brings along for whoever copies text out of the file. */
function mapped(map: string): PdfFont {
  const letters = new Map<string, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      letters.set(code.toLowerCase(), utf16(text));
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) addRanges(letters, block);
  const width = (/begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(map)?.[1] ?? '0000').length;
  return (bytes) => {
    const hex = Buffer.from(bytes, 'latin1').toString('hex');
    const codes = hex.match(new RegExp(`.{${width}}`, 'g')) ?? [];
    return codes.map((code) => letters.get(code) ?? '\uFFFD').join('');
  };
}

function addRanges(letters: Map<string, string>, block: string): void {
  const ranges =
    /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[((?:\s*<[0-9A-Fa-f]+>)+)\s*\])/g;
  for (const [, from = '', to = '', first, list] of block.matchAll(ranges)) {
    const listed = list?.match(/[0-9A-Fa-f]+/g) ?? [];
    for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code += 1) {
      const offset = code - Number.parseInt(from, 16);
      const text = first === undefined ? utf16(listed[offset] ?? '') : shifted(first, offset);
      letters.set(code.toString(16).padStart(from.length, '0'), text);
    }
  }
}

/** The letter that is so many after the first of a range. */
function shifted(first: string, offset: number): string {
  const last = Number.parseInt(first.slice(-4), 16) + offset;
  return utf16(first.slice(0, -4) + last.toString(16).padStart(4, '0'));
}

function utf16(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}
