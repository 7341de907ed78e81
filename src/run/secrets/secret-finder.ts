import type { NamedSecret } from '../request.ts';
import { type RawForm, type WrittenForm, writtenForms } from './secret-pattern.ts';

export interface FoundSecret {
  readonly name: string;
  readonly begin: number;
  readonly end: number;
}

/** Where secrets stand in a text, in order and without overlap. */
export type SecretFinder = (text: string) => Iterable<FoundSecret>;

/** A secret may be a key of many lines; an expression for all of it at once would take minutes to build. */
const partLength = 24;

interface Form {
  readonly name: string;
  readonly head: string;
  /** What follows the head, part by part; built when a head is found. */
  readonly rest: () => readonly RegExp[];
}

/** Looks for the beginnings of all secrets at once; where one stands, what follows belongs to it as far as it fits. */
export function secretFinder(secrets: readonly NamedSecret[], raw: RawForm): SecretFinder {
  const forms = secrets.flatMap(({ name, value }) =>
    writtenForms(value, raw).map((form) => formOf(name, form)),
  );
  const heads = new RegExp(forms.map(({ head }) => `(${head})`).join('|'), 'g');
  return function* find(text) {
    heads.lastIndex = 0;
    for (let match = heads.exec(text); match !== null; match = heads.exec(text)) {
      const form = forms[match.findIndex((group, index) => index > 0 && group !== undefined) - 1];
      if (form === undefined) return;
      const end = endOf(form, text, heads.lastIndex);
      yield { name: form.name, begin: match.index, end };
      heads.lastIndex = end;
    }
  };
}

function formOf(name: string, form: WrittenForm): Form {
  const parts: string[] = [];
  for (let at = 0; at < form.length; at += partLength) parts.push(form.slice(at, at + partLength).join(''));
  const [head = '', ...others] = parts;
  let rest: readonly RegExp[] | null = null;
  return {
    name,
    head,
    rest: () => {
      rest ??= others.map((part) => new RegExp(part, 'y'));
      return rest;
    },
  };
}

function endOf(form: Form, text: string, from: number): number {
  let end = from;
  for (const part of form.rest()) {
    part.lastIndex = end;
    if (!part.test(text)) break;
    end = part.lastIndex;
  }
  return end;
}
