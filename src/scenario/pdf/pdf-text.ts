import { type PdfFont, readFont } from './pdf-font.ts';
import { nested, type PdfObject, type PdfObjects, readObjects, reference } from './pdf-objects.ts';

/**
 * The text of each page, in the order in which it is drawn; a step from one place of the page to another is a space.
 * Enough for invoices as programs write them; a file that is encrypted or a picture has no text.
 */
export function pdfPages(bytes: Uint8Array): readonly string[] {
  const objects = readObjects(bytes);
  return pagesOf(objects).map((page) => pageText(objects, page));
}

/** In the order of the tree, which need not be that of the file. */
function pagesOf(objects: PdfObjects): readonly PdfObject[] {
  const catalog = [...objects.values()].find(({ text }) => /\/Type\s*\/Catalog\b/.test(text));
  const walk = (number: number | null, depth: number): readonly PdfObject[] => {
    const node = objects.get(number ?? -1);
    if (node === undefined || depth > 20) return [];
    if (!/\/Type\s*\/Pages\b/.test(node.text)) return [node];
    return references(nested(node.text, 'Kids', ['[', ']']) ?? '').flatMap((kid) => walk(kid, depth + 1));
  };
  return walk(reference(catalog?.text ?? '', 'Pages'), 0);
}

function references(list: string): readonly number[] {
  return [...list.matchAll(/(\d+)\s+\d+\s+R/g)].map(([, number]) => Number(number));
}

function pageText(objects: PdfObjects, page: PdfObject): string {
  const single = reference(page.text, 'Contents');
  const parts = single === null ? references(nested(page.text, 'Contents', ['[', ']']) ?? '') : [single];
  const content = parts.map((part) => objects.get(part)?.stream ?? '').join('\n');
  return drawnText(content, fontsOf(objects, page)).replaceAll(/\s+/g, ' ').trim();
}

function fontsOf(objects: PdfObjects, page: PdfObject): ReadonlyMap<string, PdfFont> {
  const resources = inherited(objects, page);
  const shared = objects.get(reference(resources, 'Font') ?? -1)?.text;
  const fonts = shared ?? nested(resources, 'Font', ['<<', '>>']) ?? '';
  return new Map(
    [...fonts.matchAll(/\/([^\s/<>[\]()]+)\s+(\d+)\s+\d+\s+R/g)].map(([, name = '', number]) => [
      name,
      readFont(objects, objects.get(Number(number))),
    ]),
  );
}

/** A page without resources has those of the page tree above it. */
function inherited(objects: PdfObjects, page: PdfObject): string {
  const own = objects.get(reference(page.text, 'Resources') ?? -1)?.text;
  const found = own ?? nested(page.text, 'Resources', ['<<', '>>']);
  if (found !== null && found !== undefined) return found;
  const parent = objects.get(reference(page.text, 'Parent') ?? -1);
  return parent === undefined ? '' : inherited(objects, parent);
}

const tokens =
  /\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<[0-9A-Fa-f\s]*>|\/[^\s/<>[\]()]+|[-+.\d]+|[A-Za-z*'"]+/g;

function drawnText(content: string, fonts: ReadonlyMap<string, PdfFont>): string {
  const pen = new Pen(fonts);
  for (const [token] of content.matchAll(tokens)) {
    if (/^[A-Za-z*'"]/.test(token)) pen.operate(token);
    else pen.take(token);
  }
  return pen.text;
}

/** What a page's drawing commands leave behind as text. */
class Pen {
  readonly #fonts: ReadonlyMap<string, PdfFont>;
  #font: PdfFont = (bytes) => bytes;
  #name = '';
  #strings: string[] = [];
  text = '';

  constructor(fonts: ReadonlyMap<string, PdfFont>) {
    this.#fonts = fonts;
  }

  /** A value that the next command is about. */
  take(token: string): void {
    if (token.startsWith('/')) this.#name = token.slice(1);
    else if (token.startsWith('(')) this.#strings.push(this.#font(literal(token)));
    else if (token.startsWith('<')) this.#strings.push(this.#font(hexadecimal(token)));
    // So wide a gap within a line is a space.
    else if (Number(token) < -200 && this.#strings.length > 0) this.#strings.push(' ');
  }

  operate(command: string): void {
    if (command === 'Tf') this.#font = this.#fonts.get(this.#name) ?? this.#font;
    if (draws.has(command)) this.text += this.#strings.join('');
    if (moves.has(command)) this.text += ' ';
    this.#strings = [];
  }
}

const draws: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"']);
const moves: ReadonlySet<string> = new Set(["'", '"', 'Td', 'TD', 'Tm', 'T*', 'ET']);

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function literal(token: string): string {
  return token
    .slice(1, -1)
    .replaceAll(/\\([0-7]{1,3}|\r?\n|[\s\S])/g, (_, code: string) =>
      /^[0-7]/.test(code)
        ? String.fromCharCode(Number.parseInt(code, 8))
        : (escapes[code] ?? code.replace(/^\r?\n$/, '')),
    );
}

function hexadecimal(token: string): string {
  const hex = token.slice(1, -1).replaceAll(/\s/g, '');
  return Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex').toString('latin1');
}
