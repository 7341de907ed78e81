import { evidenceText } from '../evidence-text.ts';
import { amounts, currencies } from '../proxy/bodies.ts';
import type { Act } from '../proxy/exchange.ts';
import { call } from '../proxy/matches.ts';
import type { Expectation, Row } from '../row.ts';
import { byProxy } from '../setup.ts';

const wrong: Expectation = { exitCodes: [1], verdict: 'NO-GO', neverSays: [/our own fault/] };
const huge = '12345678901234567890.12';

/** 43: amounts of invoices as no billing system should write them. Compared exactly, or failed clearly; never rounded right. */
export const oddAmounts: readonly Row[] = [
  row('43a', 'as JSON numbers', { act: amounts((amount) => String(Number(amount))), expect: wrong }),
  row('43b', 'with a negative zero', {
    act: amounts((amount) => (Number(amount) === 0 ? `"-${amount}"` : `"${amount}"`)),
    expect: {
      exitCodes: [0, 1],
      harmless: 'a negative zero is exactly zero',
      also: ({ runDir }) =>
        /"-0\.00\\?"/.test(evidenceText(runDir)) ? [] : ['no evidence tells of a negative zero'],
    },
  }),
  row('43c', 'of twenty digits', {
    act: amounts(() => `"${huge}"`),
    expect: { ...wrong, says: [/12.?345.?678.?901.?234.?567.?890/] },
  }),
  row('43d', 'with dust behind the cents', {
    act: amounts((amount) => `"${amount}0000000001"`),
    expect: wrong,
  }),
  row('43e', 'with a third decimal', { act: amounts((amount) => `"${amount}1"`), expect: wrong }),
  row('43f', 'with currencies in mixed case', {
    act: currencies((code) => `${code[0]}${code.slice(1).toLowerCase()}`),
    expect: wrong,
  }),
  row('43g', 'with an exponent', {
    act: amounts((amount) => `"${Number(amount).toExponential()}"`),
    expect: wrong,
  }),
  row('43h', 'with a comma', { act: amounts((amount) => `"${amount.replace('.', ',')}"`), expect: wrong }),
];

function row(
  id: string,
  title: string,
  { act, expect }: { readonly act: Act; readonly expect: Expectation },
): Row {
  return {
    id,
    group: 'B',
    title: `amounts of invoices ${title}`,
    setup: byProxy(),
    fault: async (scene) => {
      scene.proxy.when(call('GET', /^\/v1\/invoices/), act);
      return scene.run();
    },
    expect,
  };
}
