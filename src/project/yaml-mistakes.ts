import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';

/** Something wrong at an offset of the text. */
export interface YamlMistake {
  readonly offset: number;
  /** Dotted; empty for the whole file. */
  readonly field: string;
  readonly message: string;
}

const aliasesMax = 50;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);
const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** What YAML allows and a file of ours does not, in the order of the text. */
export function yamlMistakes(document: Document.Parsed): readonly YamlMistake[] {
  const search: Search = { document, mistakes: [], aliases: 0 };
  const { yaml, tags } = document.directives;
  if (yaml.explicit === true || yaml.version !== '1.2' || Object.keys(tags).length > 1)
    refuse(
      search,
      { offset: 0, field: '' },
      'found a directive (%), expected none; the file is read as YAML 1.2',
    );
  if (document.contents !== null) look(search, document.contents, '');
  return search.mistakes;
}

interface Search {
  readonly document: Document.Parsed;
  readonly mistakes: YamlMistake[];
  aliases: number;
}

type Place = Pick<YamlMistake, 'offset' | 'field'>;

function refuse({ mistakes }: Search, place: Place, message: string): void {
  mistakes.push({ ...place, message });
}

function look(search: Search, node: Node, field: string): void {
  const place = { offset: node.range?.[0] ?? 0, field };
  if (isAlias(node)) {
    search.aliases += 1;
    const meant = node.resolve(search.document);
    const message = aliasMistake(node.source, meant, search.aliases);
    if (message !== null) refuse(search, place, message);
    return;
  }
  const { tag } = node as { readonly tag?: string };
  if (tag !== undefined) refuse(search, place, `found the tag ${tag}, expected none; put a text in quotes`);
  if (isScalar(node)) lookAtScalar(search, node, place);
  if (isMap(node)) lookAtMap(search, node, place);
  if (!isSeq(node)) return;
  for (const [index, item] of node.items.entries()) look(search, item as Node, joined(field, String(index)));
}

/** An alias of what holds aliases is how a small file grows without end. */
function aliasMistake(name: string, meant: Node | undefined, count: number): string | null {
  if (count === aliasesMax + 1) return `found more than ${aliasesMax} aliases; write the values out`;
  if (meant === undefined) return `found the alias *${name}, which nothing is called; write the value out`;
  let holdsAlias = false;
  visit(meant, {
    Alias: () => {
      holdsAlias = true;
      return visit.BREAK;
    },
  });
  return holdsAlias ? `found the alias *${name} of what holds aliases itself; write the value out` : null;
}

function lookAtMap(search: Search, map: YAMLMap, place: Place): void {
  const seen = new Set<string>();
  for (const { key, value } of map.items) {
    const offset = (key as Node | null)?.range?.[0] ?? place.offset;
    if (!isScalar(key) || typeof key.value !== 'string') {
      refuse(search, { offset, field: place.field }, 'found a key that is no text; put it in quotes');
      continue;
    }
    const field = joined(place.field, key.value);
    const message = keyMistake(key.value, seen);
    if (message !== null) refuse(search, { offset, field }, message);
    seen.add(key.value);
    if (value !== null) look(search, value as Node, field);
  }
}

function keyMistake(key: string, seen: ReadonlySet<string>): string | null {
  if (forbiddenKeys.has(key)) return `found the key "${key}", which no file may hold`;
  if (key === '<<') return 'found the key "<<", which merges; write the keys out';
  return seen.has(key) ? `found the key "${key}" twice; keys must be unique` : null;
}

/** `010` is 8 to one reader, 10 to another and a text to the author. */
function lookAtScalar(search: Search, { type, value, source }: Scalar, place: Place): void {
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  if (!isNumber || type !== 'PLAIN' || source === undefined || plainNumber.test(source)) return;
  refuse(
    search,
    place,
    `found ${source}, which can be read in several ways; write ${value}, or "${source}" for a text`,
  );
}

function joined(field: string, key: string): string {
  return field === '' ? key : `${field}.${key}`;
}
