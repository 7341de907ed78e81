import { SaxesParser } from 'saxes';
import { utf8Text } from './strict-text.ts';
import { ReportRefused } from './suite-result.ts';

/** Hears a document from its first element to its last. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

const depthMax = 64;
const nodesMax = 1_000_000;
const referencesMax = 1_000_000;
const chunkLength = 64 * 1024;

/**
 * Reads XML 1.0 and no looser: no DOCTYPE, so no entities but the five; no control characters; bounded in depth, nodes and
 * references. Opens no file and no connection. What is refused throws ReportRefused.
 */
export function readStrictXml(bytes: Uint8Array, listener: XmlListener): void {
  const text = utf8Text(bytes);
  refuseDoctype(text);
  refuseReferenceFlood(text);
  const parser = new SaxesParser({ defaultXMLVersion: '1.0', forceXMLVersion: true });
  listen(parser, listener);
  for (let at = 0; at < text.length; at += chunkLength) parser.write(text.slice(at, at + chunkLength));
  parser.close();
}

function listen(parser: SaxesParser, listener: XmlListener): void {
  const refuse = (message: string) => {
    throw new ReportRefused(`line ${parser.line}: ${message}`);
  };
  let depth = 0;
  let nodes = 0;
  const count = (more: number) => {
    nodes += more;
    if (nodes > nodesMax) refuse(`found more than ${nodesMax} nodes`);
  };
  parser.on('error', (error) => {
    throw new ReportRefused(`it is not whole and well-formed XML: ${error.message}`);
  });
  parser.on('doctype', () => refuse(doctypeFound));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding))
      refuse(`found the encoding ${encoding}, expected UTF-8`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > depthMax) refuse(`found more than ${depthMax} levels of elements`);
    count(1 + Object.keys(attributes).length);
    listener.open(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    listener.close(name);
  });
  const text = (found: string) => {
    count(1);
    listener.text(found);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('comment', () => count(1));
  parser.on('processinginstruction', () => count(1));
}

const doctypeFound =
  'found a DOCTYPE, which can name other files, addresses and entities; expected a report without one';

/** A DOCTYPE can stand only before the first element; the same letters inside a message of a test are plain text. */
function refuseDoctype(text: string): void {
  let at = 0;
  for (let skipped = 1; skipped > 0; at += skipped) skipped = prologPart(text, at);
  if (/^<!doctype/i.test(text.slice(at, at + 9))) throw new ReportRefused(doctypeFound);
}

/** How long the white space, instruction or comment is that begins there; 0 where none does. */
function prologPart(text: string, at: number): number {
  if (text.startsWith('<?', at)) return lengthTo(text, { at, end: '?>' });
  if (text.startsWith('<!--', at)) return lengthTo(text, { at, end: '-->' });
  return /^\s*/.exec(text.slice(at, at + 1024))?.[0].length ?? 0;
}

function lengthTo(text: string, { at, end }: { readonly at: number; readonly end: string }): number {
  const found = text.indexOf(end, at);
  return found === -1 ? 0 : found + end.length - at;
}

function refuseReferenceFlood(text: string): void {
  let found = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    found += 1;
    if (found > referencesMax)
      throw new ReportRefused(`found more than ${referencesMax} references such as &#65;`);
  }
}
