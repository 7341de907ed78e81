import type { DecidedRun } from '../../model/deciding/decided-run.ts';
import { compareDecimals } from '../../model/decimal.ts';
import type { MoneyDifference } from '../../model/observing/difference.ts';
import { differenceInWords, gapOf, grouped } from '../amount-words.ts';
import { type Html, html, nothing } from './html.ts';

const rowsPerCurrencyMax = 8;

interface Found {
  readonly checkId: string;
  readonly money: MoneyDifference;
  /** Unsigned; currencies are never compared with one another. */
  readonly size: string;
}

/** The largest wrong amounts of each currency, as plain markup: they print, and need no script. */
export function wrongAmounts(run: DecidedRun): Html {
  const byCurrency = Map.groupBy(found(run), ({ money }) => money.currency);
  if (byCurrency.size === 0) return nothing;
  const largest = [...byCurrency.values()].flatMap((list) =>
    list.toSorted((a, b) => compareDecimals(b.size, a.size)).slice(0, rowsPerCurrencyMax),
  );
  const total = [...byCurrency.values()].reduce((sum, list) => sum + list.length, 0);
  const note =
    total === largest.length
      ? nothing
      : html`<p class="note">The largest of ${grouped(total)}; all stand with their checks below.</p>
`;
  return html`<section class="amounts" aria-labelledby="amounts-title">
<h2 id="amounts-title">Wrong amounts</h2>
${note}<table role="table" class="stacked">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">What</th><th scope="col" role="columnheader" class="figure">Expected</th><th scope="col" role="columnheader" class="figure">Actual</th><th scope="col" role="columnheader" class="figure">Difference</th><th scope="col" role="columnheader">Why</th></tr></thead>
<tbody role="rowgroup">
${largest.map(row)}</tbody>
</table>
</section>
`;
}

function found(run: DecidedRun): readonly Found[] {
  return run.checks.flatMap(({ check, differences }) =>
    differences.map((money) => ({
      checkId: check.id,
      money,
      size: (gapOf(money) ?? '0').replace('-', ''),
    })),
  );
}

function row({ checkId, money }: Found): Html {
  const words = differenceInWords(money);
  const whose = [money.customer, money.invoice].filter((part) => part !== '').join(' · ');
  return html`<tr role="row"><th scope="row" role="rowheader">${money.measure}${whose === '' ? nothing : html` <span class="whose">${whose}</span>`}</th><td role="cell" class="figure" data-label="Expected">${words.expected}</td><td role="cell" class="figure" data-label="Actual">${words.actual}</td><td role="cell" class="figure ${words.direction}" data-label="Difference">${words.difference} <span class="direction">${words.directionWord}</span></td><td role="cell" data-label="Why">${money.explanation} <a class="id" href="#check=${encodeURIComponent(checkId)}">${checkId}</a></td></tr>
`;
}
