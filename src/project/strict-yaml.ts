import { type Document, LineCounter, parseDocument } from 'yaml';
import { type YamlMistake, yamlMistakes } from './yaml-mistakes.ts';

export interface StrictYaml {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  /** In the order of the text; with any, the document must not be used. */
  readonly mistakes: readonly YamlMistake[];
}

const nestingMax = 100;

/** Parses YAML and refuses what another reader, or a person, would understand differently. */
export function parseStrictYaml(text: string): StrictYaml {
  const lines = new LineCounter();
  const deep = tooDeepAt(text);
  if (deep !== null) {
    lines.addNewLine(0);
    for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
    return { document: parseDocument(''), lines, mistakes: [deep] };
  }
  // Keys that stand twice are looked for by us: the parser's own search takes minutes for a file of many keys.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const broken = [...document.errors, ...document.warnings].map(({ pos, message, code }) => ({
    offset: pos[0],
    field: '',
    message:
      code === 'MULTIPLE_DOCS' ? 'found a second document, expected one in a file' : firstLine(message),
  }));
  const mistakes = broken.length > 0 ? broken : yamlMistakes(document);
  return { document, lines, mistakes };
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}

/** Asked before the parser sees the text: a file of brackets costs it seconds and its whole stack. */
function tooDeepAt(text: string): YamlMistake | null {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[[\]{}]|^ *(?:[-?:][ \t]+){20}/gm)) {
    depth = Math.max(0, depth + (sign === '[' || sign === '{' ? 1 : -1));
    if (sign.length > 1 || depth > nestingMax)
      return { offset: index, field: '', message: `found more than ${nestingMax} levels of nesting` };
  }
  return null;
}
