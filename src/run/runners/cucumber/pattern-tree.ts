/** A regular expression, as far as it matters for how often one text can be read in two ways. */
export type PatternTree =
  /** One character; `source` is its own small expression. */
  | { readonly kind: 'character'; readonly source: string }
  /** Parts one after the other; without any, what matches nothing. */
  | { readonly kind: 'sequence'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternTree[] }
  /** `timesMax` is Infinity where there is no end. */
  | {
      readonly kind: 'repeat';
      readonly body: PatternTree;
      readonly timesMin: number;
      readonly timesMax: number;
    }
  /** Looks ahead or behind and takes nothing. */
  | { readonly kind: 'look'; readonly body: PatternTree };

const nothing: PatternTree = { kind: 'sequence', parts: [] };
const anyCharacter: PatternTree = { kind: 'character', source: '[sS]' };
const groupStart = /\((\?<?[=!]|\?<[^>]*>|\?[a-z]*(?:-[a-z]*)?:)?/y;
const repetition = /(?:\{(\d+)(?:(,)(\d*))?\}|([*+?]))\??/y;
const characterClass = /\[(?:\\[\s\S]|[^\]\\])*\]/y;
const assertion = /[$^]|\\[Bb]/y;
const backReference = /\\(?:[1-9]\d*|k<[^>]*>)/y;
const escaped = /\\(?:u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[\s\S])/y;

/** Reads an expression that JavaScript has accepted already. */
export function patternTree(pattern: RegExp): PatternTree {
  return new PatternReader(pattern.source).choice();
}

class PatternReader {
  readonly #source: string;
  #offset = 0;

  constructor(source: string) {
    this.#source = source;
  }

  choice(): PatternTree {
    const options = [this.#sequence()];
    while (this.#take(/\|/y) !== null) options.push(this.#sequence());
    return options.length === 1 ? (options[0] ?? nothing) : { kind: 'choice', options };
  }

  #sequence(): PatternTree {
    const parts: PatternTree[] = [];
    while (this.#offset < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#offset)))
      parts.push(this.#repeated(this.#part()));
    return { kind: 'sequence', parts };
  }

  #part(): PatternTree {
    const group = this.#take(groupStart);
    if (group !== null) {
      const body = this.choice();
      this.#take(/\)/y);
      return /^\(\?<?[=!]/.test(group[0]) ? { kind: 'look', body } : body;
    }
    if (this.#take(assertion) !== null) return nothing;
    if (this.#take(backReference) !== null) return anyCharacter;
    const character = this.#take(characterClass) ?? this.#take(escaped) ?? this.#take(/[\s\S]/y);
    return { kind: 'character', source: literal(character?.[0] ?? '') };
  }

  #repeated(body: PatternTree): PatternTree {
    const found = this.#take(repetition);
    if (found === null) return body;
    const [, min = '0', comma, max = '', sign] = found;
    const endless = Number.POSITIVE_INFINITY;
    if (sign !== undefined)
      return {
        kind: 'repeat',
        body,
        timesMin: sign === '+' ? 1 : 0,
        timesMax: sign === '?' ? 1 : endless,
      };
    const upTo = max === '' ? endless : Number(max);
    return {
      kind: 'repeat',
      body,
      timesMin: Number(min),
      timesMax: comma === undefined ? Number(min) : upTo,
    };
  }

  #take(expected: RegExp): RegExpExecArray | null {
    expected.lastIndex = this.#offset;
    const found = expected.exec(this.#source);
    if (found !== null) this.#offset += found[0].length;
    return found;
  }
}

/** A brace that stands for itself must not begin a repetition when it stands alone. */
function literal(source: string): string {
  return /^[{}\]]$/.test(source) ? `\\${source}` : source;
}
