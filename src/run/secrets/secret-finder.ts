import type { NamedSecret } from '../request.ts';
import { type Likely, likelyPlaces, type NextLikely } from './likely-places.ts';
import { cutFormOf, type Form, formOf, once, type Reach, reachOf } from './secret-form.ts';
import { type RawForm, writtenForms } from './secret-pattern.ts';

export interface FoundSecret {
  readonly name: string;
  readonly begin: number;
  readonly end: number;
}

/** Where secrets stand in a text, in order and without overlap. */
export type SecretFinder = (text: string) => Iterable<FoundSecret>;

/** Looks for the beginnings of all secrets at once; where one stands, what follows belongs to it as far as it fits. */
export function secretFinder(secrets: readonly NamedSecret[], raw: RawForm): SecretFinder {
  const forms = secrets.flatMap(({ name, value }) =>
    writtenForms(value, raw).map((form) => formOf(name, form)),
  );
  const likely = likelyPlaces(forms);
  const mark = raw('…');
  const likelyCut = once(() => likelyPlaces(forms.map((form) => cutFormOf(form, mark))));
  return (text) => {
    const whole = beginnings(text, likely);
    if (!text.includes(mark)) return joined(whole);
    const all = [...whole, ...beginnings(text, likelyCut())];
    return joined(all.sort((one, other) => one.begin - other.begin));
  };
}

function beginnings(text: string, next: NextLikely): Iterable<FoundSecret> {
  const first = next(text, 0);
  return first === null ? [] : beginningsFrom(text, first, next);
}

/** A secret may begin within another one, so all places are looked at. */
function* beginningsFrom(text: string, first: Likely, next: NextLikely): Iterable<FoundSecret> {
  const wholeUntil = new Map<Form, number>();
  for (let place: Likely | null = first; place !== null; place = next(text, place.begin + 1)) {
    const { begin, forms } = place;
    // Where all of it stands it need not be looked for again: a secret of like letters would be found at each of them.
    const open = forms.filter((form) => (wholeUntil.get(form) ?? 0) <= begin);
    const found = furthest(text, begin, open);
    if (found === null) continue;
    if (found.reach.isWhole) wholeUntil.set(found.form, found.reach.end);
    yield { name: found.form.name, begin, end: found.reach.end };
  }
}

/** Secrets may begin alike: the one that fits longest stands here. */
function furthest(
  text: string,
  begin: number,
  forms: readonly Form[],
): { readonly form: Form; readonly reach: Reach } | null {
  let best: { readonly form: Form; readonly reach: Reach } | null = null;
  for (const form of forms) {
    const reach = reachOf(form, text, begin);
    if (reach === null) continue;
    const isFurther =
      best === null ||
      reach.end > best.reach.end ||
      (reach.end === best.reach.end && reach.isWhole && !best.reach.isWhole);
    if (isFurther) best = { form, reach };
  }
  return best;
}

function* joined(all: Iterable<FoundSecret>): Iterable<FoundSecret> {
  let open: FoundSecret | null = null;
  for (const found of all) {
    if (open !== null && touches(open, found)) {
      open = { name: open.name, begin: open.begin, end: Math.max(open.end, found.end) };
      continue;
    }
    if (open !== null) yield open;
    open = found;
  }
  if (open !== null) yield open;
}

function touches(one: FoundSecret, next: FoundSecret): boolean {
  return next.begin < one.end || (next.begin === one.end && next.name === one.name);
}
