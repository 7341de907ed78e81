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
  'closed-month-posted-again': revenueAtEnd(
    'Month after month the deferred part falls, and deferred and earned are what was invoiced',
  ),
  'closed-month-takes-postings': revenueAtEnd(
    'Nothing is posted into a closed month, neither by hand nor by what happens later',
    /accepted/,
  ),
  'deferral-never-released': revenueAtEnd(
    'Month after month the deferred part falls, and deferred and earned are what was invoiced',
  ),
  'float-noise-refuses-posting': journal(
    '777 lines of EUR 1.13 and their sum are taken, and change the books by exactly that',
    /refused journal\.post/,
  ),
  'journal-not-checked': journal('Sides that differ by one euro are refused, and nothing is posted'),
  'late-revenue-in-closed-month': revenue(
    'Days that were served before their invoice was made are earned in the month of the invoice',
  ),
  'late-revenue-lost': revenue(
    'Days that were served before their invoice was made are earned in the month of the invoice',
  ),
  'open-month-closed': revenueAtEnd('A month that is not over cannot be closed', /January/),
  'revenue-before-discount': revenue('A year of Acme in EUR is earned month by month, to the last coin'),
  'revenue-in-equal-months': revenue('A year of Acme in EUR is earned month by month, to the last coin'),
  'revenue-recognised-at-once': revenue('A year of Acme in EUR is earned month by month, to the last coin'),
  'revenue-remainder-lost': revenue('A year of Acme in EUR is earned month by month, to the last coin'),
  'small-difference-passes': journal('Sides that differ by a cent are refused, and nothing is posted'),
  'account-lock-not-got': parallel(
    'Eight orders of one customer at one instant are all taken, and each is billed',
    /answers/,
  ),
  'billing-jobs-overlap': parallel('Three billing jobs that overlap bill each month once', /first days/),
  'claims-of-everybody-read': effort(
    'Four times as many customers take about four times the work in a bill run, and one that finds nothing no more',
  ),
  'list-reads-everybody': effort(
    "Reading one customer's invoices takes no more work when there are more customers",
  ),
  'repeats-looked-for-everywhere': effort(
    'Usage of 1,000, 4,000 and 16,000 events takes work in proportion when it is sent and when it is billed',
  ),
  'entity-without-series': numbers('Each legal entity has a series of its own, and old invoices keep theirs'),
  'number-lost-by-empty-run': numbers(
    'Months of several customers are numbered without a gap, and a day with nothing to bill takes no number',
  ),
  'number-lost-by-preview': numbers(
    'Months of several customers are numbered without a gap, and a day with nothing to bill takes no number',
  ),
  'number-lost-by-refusal': numbers('Orders and payments that are refused take no number'),
  'numbers-shared-by-entities': numbers(
    'Each legal entity has a series of its own, and old invoices keep theirs',
  ),
  'upgrade-bills-ended-again': upgrade('A subscription that ended before the upgrade stays as it was billed'),
  'upgrade-keeps-drifted-day': upgrade(
    'A subscription from the 31st is billed on after the upgrade as if there had been none',
  ),
  'upgrade-posts-again': upgrade('An upgrade that is started twice changes nothing more'),
  'upgrade-renumbers': upgrade('An upgrade that is started twice changes nothing more'),
  'voided-number-given-again': numbers('The number of a voided invoice is neither missing nor given again'),
  'audit-entry-missing': trail(
    'Each change has one entry: who, when, what it was and what it became; what was refused has none',
  ),
  'audit-keeps-the-last': trail('Entries stay as they were written, whatever is done later'),
  'audit-names-the-owner': trail(
    'Each change has one entry: who, when, what it was and what it became; what was refused has none',
  ),
  'audit-without-before': trail(
    'Each change has one entry: who, when, what it was and what it became; what was refused has none',
  ),
  'clerk-closes-months': clerk('close a month'),
  'clerk-gives-credit': clerk('give a credit note'),
  'clerk-posts-by-hand': clerk('post by hand'),
  'clerk-voids-invoices': clerk('void an invoice'),
  'clerk-writes-off': clerk('write an invoice off'),
  'controller-is-refused': clerk('post by hand'),
  'stale-write-wins': caught(
    'interface/access',
    ['Two who change the same', 'Who read an older version is refused, and the newer one stays'],
    /accepted/,
  ),
  'version-not-counted': caught(
    'interface/access',
    ['Two who change the same', 'Of six who change one version at one instant exactly one comes through'],
    /winners/,
  ),
  'events-without-order': drill(
    'Told again in reverse, every event keeps its identity, and its number gives the order back',
  ),
  'lost-event-not-told-again': drill(
    'What was lost on its way is told with everything else when it is asked for again',
  ),
  'told-again-under-new-identity': drill(
    'Told again in reverse, every event keeps its identity, and its number gives the order back',
  ),
};

function file(title: string, reason = /file/): Catch {
  return caught('ledger/export', ['Files for other systems', title], reason);
}

function revenue(title: string): Catch {
  return caught('ledger/revenue', ['Revenue of what is paid in advance', title], /[A-Z]{3} [\d,.]+/);
}

function revenueAtEnd(title: string, reason = /[A-Z]{3} [\d,.]+/): Catch {
  return caught('ledger/revenue', ['The end of a month in the books', title], reason);
}

function journal(title: string, reason = /journal|[A-Z]{3} [\d,.]+/): Catch {
  return caught('ledger/journal', ['Postings by hand', title], reason);
}

function parallel(title: string, reason: RegExp): Catch {
  return caught('interface/parallel', ['Calls at one instant', title], reason);
}

function effort(title: string): Catch {
  return caught('interface/effort', ['Work that grows with size', title], /rows/);
}

function numbers(title: string): Catch {
  return caught(
    'invoicing/number-series',
    ['Numbers of invoices', title],
    /numbers|prefixes|upgrade|refused/,
  );
}

function upgrade(title: string): Catch {
  return caught('interface/upgrade', ['Stored data under a new version', title], /upgrade|[A-Z]{3} [\d,.]+/);
}

function clerk(what: string): Catch {
  const title = `A clerk may not ${what}, and changes nothing by trying; a controller may`;
  return caught('interface/access', ['Who may do what', title], /accepted|controller/);
}

function trail(title: string): Catch {
  return caught('interface/access', ['The trail of what was changed', title], /entr/);
}

function drill(title: string): Catch {
  return caught(
    'notifications/webhook-drill',
    ['Notifications on a bad day', title],
    /identities|order|objects/,
  );
}

function caught(suite: string, titlePath: readonly string[], reason: RegExp): Catch {
  return {
    check: { phase: 'integration', file: `src/suites/integration/${suite}.suite`, titlePath },
    reason,
  };
}
