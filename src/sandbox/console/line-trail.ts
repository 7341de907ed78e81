import type { StoredLine } from '../billing/stored-invoice.ts';
import { escapeHtml } from './escape-html.ts';
import { shownAmount } from './page.ts';

/** How the amount of a line came about, step by step, as it was reckoned when the invoice was made. */
export function lineTrail(line: StoredLine, currency: string): string {
  const amount = (minor: bigint) => shownAmount(minor, currency);
  const steps = [
    line.plan === null
      ? null
      : `Plan ${line.plan}, charge ${line.charge ?? 'none'}, price in force from ${line.priceVersion ?? 'an unknown day'}`,
    line.period === null ? null : `Service from ${line.period.from} until before ${line.period.to}`,
    `${line.quantity} units come to ${amount(line.price)} (${line.prices === 'net' ? 'without' : 'with'} tax)`,
    line.taken === 0n ? null : `Coupons take off ${amount(line.taken)}`,
    `Tax of ${line.taxPercent} percent (${line.taxTreatment}) on ${amount(line.net - line.discount)} is ${amount(line.tax)}`,
    `Together ${amount(line.net - line.discount + line.tax)}`,
  ].filter((step) => step !== null);
  return `<details class="trail"><summary>How ${escapeHtml(line.text)} was reckoned</summary>
<ol>${steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('')}</ol></details>`;
}
