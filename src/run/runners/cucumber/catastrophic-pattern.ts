import { type PatternTree, patternTree } from './pattern-tree.ts';

/** So many times is as bad as without end. */
const manyTimes = 10;
/** Larger loops are not looked at; the deadline ends what they do. */
const loopSizeMax = 60;

/**
 * Whether an expression can need time that doubles with each further character, such as `(a+)+$`: whether one text can be
 * read in two ways by a loop. What needs time that grows by a power of the length is let through.
 */
export function isCatastrophic(pattern: RegExp): boolean {
  const loops = new Loops(pattern.flags.replace(/[^isuv]/g, ''));
  loops.enter(patternTree(pattern));
  return loops.places.some((_, place) => loops.isReadInTwoWays(place));
}

/** What a part begins and ends with, by the numbers of its characters. */
interface Ends {
  readonly isOptional: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** Which character may follow which, and in how many ways (after Glushkov). */
class Loops {
  readonly places: ReadonlySet<string>[] = [];
  readonly #next: number[][] = [];
  readonly #flags: string;
  readonly #sets = new Map<string, ReadonlySet<string>>();

  constructor(flags: string) {
    this.#flags = flags;
  }

  enter(tree: PatternTree): Ends {
    switch (tree.kind) {
      case 'character': {
        const place = this.places.push(this.#setOf(tree.source)) - 1;
        this.#next.push([]);
        return { isOptional: false, first: [place], last: [place] };
      }
      case 'sequence':
        return tree.parts.reduce((before: Ends, part) => this.#joined(before, this.enter(part)), empty);
      case 'choice':
        return tree.options.map((option) => this.enter(option)).reduce(either);
      case 'look':
        this.enter(tree.body);
        return empty;
      case 'repeat': {
        const body = this.enter(tree.body);
        if (isLoop(tree)) this.#link(body.last, body.first);
        return { ...body, isOptional: body.isOptional || tree.timesMin === 0 };
      }
    }
  }

  /** Two different ways from a place back to itself by the same text. */
  isReadInTwoWays(place: number): boolean {
    const loop = this.#loopOf(place);
    if (loop.size === 0 || loop.size > loopSizeMax) return false;
    const inLoop = (from: number) => (this.#next[from] ?? []).filter((to) => loop.has(to));
    if ([...loop].some((from) => new Set(inLoop(from)).size < inLoop(from).length)) return true;
    const pairs = reachable(`${place},${place}`, (pair) => this.#pairsAfter(pair, inLoop));
    const parted = [...pairs].filter((pair) => new Set(pair.split(',')).size === 2);
    return parted.some((pair) =>
      reachable(pair, (from) => this.#pairsAfter(from, inLoop)).has(`${place},${place}`),
    );
  }

  #pairsAfter(pair: string, next: (from: number) => readonly number[]): readonly string[] {
    const [left = 0, right = 0] = pair.split(',').map(Number);
    return next(left).flatMap((one) =>
      next(right)
        .filter((other) => !(this.places[one] ?? none).isDisjointFrom(this.places[other] ?? none))
        .map((other) => (one < other ? `${one},${other}` : `${other},${one}`)),
    );
  }

  /** What is reached from a place and reaches it again; empty when it is in no loop. */
  #loopOf(place: number): ReadonlySet<number> {
    const next = (from: number) => this.#next[from] ?? [];
    const after = reachable(place, next);
    if (!after.has(place)) return new Set();
    return new Set([...after].filter((other) => reachable(other, next).has(place)));
  }

  #joined(before: Ends, after: Ends): Ends {
    this.#link(before.last, after.first);
    return {
      isOptional: before.isOptional && after.isOptional,
      first: before.isOptional ? [...before.first, ...after.first] : before.first,
      last: after.isOptional ? [...before.last, ...after.last] : after.last,
    };
  }

  #link(from: readonly number[], to: readonly number[]): void {
    for (const place of from) this.#next[place]?.push(...to);
  }

  #setOf(source: string): ReadonlySet<string> {
    const known = this.#sets.get(source);
    if (known !== undefined) return known;
    const pattern = new RegExp(`^(?:${source})$`, this.#flags);
    const found = new Set(sample.filter((sign) => pattern.test(sign)));
    // A sign of which our sample knows none is one for itself.
    const set = found.size === 0 ? new Set([source]) : found;
    this.#sets.set(source, set);
    return set;
  }
}

const none: ReadonlySet<string> = new Set();
const empty: Ends = { isOptional: true, first: [], last: [] };
const sample = [
  ...Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code)),
  ...['\u03a9', '\u0416', '\u05d0', '\u0661', '\u2003', '\u2028', '\u20ac', '\u4e2d', '\ufeff'],
];

function either(one: Ends, other: Ends): Ends {
  return {
    isOptional: one.isOptional || other.isOptional,
    first: [...one.first, ...other.first],
    last: [...one.last, ...other.last],
  };
}

/** A fixed number of times is a loop only around something that has no fixed length itself. */
function isLoop({ body, timesMin, timesMax }: Extract<PatternTree, { readonly kind: 'repeat' }>): boolean {
  return timesMax >= manyTimes && (timesMin !== timesMax || holdsLoop(body));
}

function holdsLoop(tree: PatternTree): boolean {
  switch (tree.kind) {
    case 'character':
    case 'look':
      return false;
    case 'sequence':
      return tree.parts.some(holdsLoop);
    case 'choice':
      return tree.options.some(holdsLoop);
    case 'repeat':
      return isLoop(tree) || holdsLoop(tree.body);
  }
}

/** What can be reached in at least one step. */
function reachable<Place>(from: Place, next: (place: Place) => readonly Place[]): ReadonlySet<Place> {
  const found = new Set<Place>();
  const open = [from];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const to of next(place)) {
      if (!found.has(to)) open.push(to);
      found.add(to);
    }
  }
  return found;
}
