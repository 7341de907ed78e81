import type { Attributes } from './junit-case.ts';

/** What a case says of itself in its attributes, for those that end without an element that says it. */
export type SaidOutcome =
  | { readonly kind: 'error'; readonly said: string }
  | { readonly kind: 'skipped' }
  | null;

const failing = /fail|error|undefined|broken|abort|block|crash|time-?d?-?out|cancel/i;
/** GoogleTest writes a disabled test as notrun and suppressed, behave an untested step as untested. */
const notRun = /pending|untested|ignor|inconclusive|disabled|skip|suppress|not[\s_-]?(run|executed)/i;
const no = /^(false|no|0)$/i;

/** Null where nothing speaks against a pass. */
export function saidOutcome(attributes: Attributes): SaidOutcome {
  const { executed = '' } = attributes;
  const stated = ['status', 'result'].map((name) => [name, attributes[name] ?? ''] as const);
  const denied = ['success', 'passed'].map((name) => [name, attributes[name] ?? ''] as const);
  if (stated.some(([, text]) => notRun.test(text)) || no.test(executed.trim())) return { kind: 'skipped' };
  const against = [
    ...stated.filter(([, text]) => failing.test(text)),
    ...denied.filter(([, text]) => no.test(text.trim())),
  ];
  const [first] = against;
  return first === undefined ? null : { kind: 'error', said: `${first[0]}="${first[1].slice(0, 100)}"` };
}
