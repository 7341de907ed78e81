import { type Document, parseDocument } from 'yaml';

/**
 * The text of a tollgate.yaml with one more target, everything else as it was; null where the file is written in a way that
 * leaves no place for it, or has a target of that name.
 */
export function withTarget(text: string, name: string, lines: readonly string[]): string | null {
  const before = parseDocument(text);
  if (before.errors.length > 0 || before.hasIn(['targets', name])) return null;
  const end = /^targets:[ \t]*(#.*)?$/m.exec(text);
  if (end === null) return null;
  const at = end.index + end[0].length;
  const indent = /^\n(?:[ \t]*(?:#.*)?\n)*([ \t]+)\S/.exec(text.slice(at))?.[1] ?? '  ';
  const entry = [`${indent}${name}:`, ...lines.map((line) => `${indent}  ${line}`)].join('\n');
  const added = `${text.slice(0, at)}\n${entry}${text.slice(at)}`;
  return isSameWithOneMore(before, parseDocument(added), name) ? added : null;
}

function isSameWithOneMore(before: Document, after: Document, name: string): boolean {
  if (after.errors.length > 0 || !after.hasIn(['targets', name])) return false;
  after.deleteIn(['targets', name]);
  const nothing = before.getIn(['targets']) === null;
  return nothing || JSON.stringify(after.toJS()) === JSON.stringify(before.toJS());
}
