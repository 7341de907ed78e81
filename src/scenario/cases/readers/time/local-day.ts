import { addDays, instant, type Period } from '../../../../model/date.ts';
import { begins, type CaseReader } from '../../case-reader.ts';
import { figureOn, type MeteringQuestion } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { rulesOf } from '../../rules.ts';

/** Which day a moment belongs to where the customer is: the one in which an event of that moment is counted. */
export const localDayReader: CaseReader = {
  name: 'day of a moment in a zone',
  fits: (open) =>
    begins(open, 'local day', 'local date') &&
    open.given.has('at') &&
    (open.given.has('zone') || open.given.has('timezone')),
  read(open) {
    const { given } = open;
    rulesOf(open);
    const at = instant(given.text('at'));
    const around = addDays(given.day('at'), -1);
    const periods = [0, 1, 2].map((days): Period => {
      const from = addDays(around, days);
      return { from, to: addDays(from, 1) };
    });
    const question: MeteringQuestion = {
      kind: 'metering',
      currency: 'EUR',
      timeZone: given.text(given.has('zone') ? 'zone' : 'timezone'),
      charge: {
        kind: 'usage',
        code: 'usage',
        meter: 'usage',
        price: { kind: 'per-unit', unit: '1' },
        aggregation: 'sum',
      },
      periods,
      events: [{ id: 'one', at, quantity: '1', properties: {} }],
    };
    return claimsFor(open.expect, [{ name: null, value: question }], (asked, key) =>
      ['day', 'date', 'localDay', 'localDate'].includes(key)
        ? figureOn(asked, null, (answer) => {
            const place = answer.periods.findIndex(({ quantity }) => /[1-9]/.test(quantity));
            return periods[place]?.from ?? null;
          })
        : null,
    );
  },
};
