import type { Catch } from './test-run.fixture.ts';

const asked = (customer: string, currency: string) =>
  `Invoices, lines, ledger and payments of ${customer} in ${currency} are in the files as the target itself tells them`;

/** For tests only: the defects of books and files that a check of the integration phase must turn red. */
export const booksCatches: Readonly<Record<string, Catch>> = {
  'export-cell-not-quoted': file(asked('Acme', 'EUR')),
  'export-days-in-utc': file(asked('Acme', 'EUR')),
  'export-due-stale': file(asked('Acme', 'EUR')),
  'export-groups-thousands': file(asked('Globex', 'USD')),
  'export-leaves-out-credits': file(asked('Acme', 'EUR')),
  'export-moments-without-zone': file(asked('Acme', 'EUR')),
  'export-quote-not-doubled': file(
    'Names with commas, quotes, line ends and letters of any alphabet stay in their cell',
  ),
  'export-runs-formulas': file(
    'A name that a spreadsheet would run as a formula is a text in the file, and the whole name is still there',
    /=HYPERLINK/,
  ),
  'export-shows-one-period': file(asked('Acme', 'EUR')),
  'export-skips-credited-tax': file(asked('Acme', 'EUR')),
  'export-stops-at-hundred': file('More than a hundred invoices of one customer are each one row'),
  'export-two-digits-only': file(asked('Sakura', 'JPY')),
  'export-without-periods': file(asked('Acme', 'EUR')),
};

function file(title: string, reason = /file/): Catch {
  return caught('export', ['Files for other systems', title], reason);
}

function caught(suite: string, titlePath: readonly string[], reason: RegExp): Catch {
  return {
    check: { phase: 'integration', file: `src/suites/integration/${suite}.suite`, titlePath },
    reason,
  };
}
