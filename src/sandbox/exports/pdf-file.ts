export interface PlacedText {
  /** From the left edge of the page, in points. */
  readonly x: number;
  /** From the lower edge. */
  readonly y: number;
  readonly size: number;
  /** Amounts stand in letters of equal width, so that their last digits are below each other. */
  readonly font: 'text' | 'amount';
  readonly text: string;
}

export interface PdfDocument {
  readonly title: string;
  readonly pages: readonly (readonly PlacedText[])[];
  /** How a text of Latin letters is written. */
  readonly written: (text: string) => string;
}

const fonts = [
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
  // Names in other letters: a font that viewers bring along, told by Unicode.
  '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UTF16-H /DescendantFonts [6 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 5 >> /FontDescriptor 7 0 R >>',
  '<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922] /ItalicAngle 0 /Ascent 752 /Descent -221 /CapHeight 709 /StemV 114 >>',
] as const;
const firstFont = 3;
const firstPage = firstFont + fonts.length;

/** A file of pages with text, in plain letters throughout and without a date of its own: the same invoice is the same file. */
export function pdfFile(document: PdfDocument): string {
  const { title, pages, written } = document;
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`,
    ...fonts,
    ...pages.flatMap((page, index) => pageObjects(page, firstPage + 2 * index, written)),
    `<< /Title ${written(title)} >>`,
  ];
  return assembled(objects);
}

function pageObjects(
  page: readonly PlacedText[],
  number: number,
  written: PdfDocument['written'],
): readonly string[] {
  const content = page.map((placed) => drawn(placed, written)).join('\n');
  const resources = `<< /Font << /F1 ${firstFont} 0 R /F2 ${firstFont + 1} 0 R /F3 ${firstFont + 2} 0 R >> >>`;
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${number + 1} 0 R >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
}

function drawn({ x, y, size, font, text }: PlacedText, written: PdfDocument['written']): string {
  const isLatin = /^[\u0020-\u007e\u00a0-\u00ff]*$/.test(text);
  const name = isLatin ? { text: 'F1', amount: 'F2' }[font] : 'F3';
  return `BT /${name} ${size} Tf ${x} ${y} Td ${isLatin ? written(text) : unicode(text)} Tj ET`;
}

function unicode(text: string): string {
  return `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** With the table of where each object begins, which a reader looks for at the end. */
function assembled(objects: readonly string[]): string {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>`;
  return `${file}${table}${trailer}\nstartxref\n${file.length}\n%%EOF\n`;
}
