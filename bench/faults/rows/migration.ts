import { both, keeps } from '../again.ts';
import { evidenceText } from '../evidence-text.ts';
import type { Row, Seen } from '../row.ts';
import { hosted } from '../setup.ts';
import { checkOf, killOne, watchRun } from '../watched.ts';

interface WrongMigration {
  readonly id: string;
  readonly title: string;
  /** What the new system does wrong. */
  readonly defect: string;
  /** The rules of the comparison that it breaks. */
  readonly classes: readonly string[];
  readonly isWhole?: true;
}

const wrong: readonly WrongMigration[] = [
  {
    id: '58a',
    title: 'as many rows as before, and other sums: amounts are rounded down, a cent on many lines',
    defect: 'amounts-rounded-down',
    classes: ['amount-under'],
    isWhole: true,
  },
  {
    id: '58b',
    title: 'as many rows as before, and other sums: one seat is billed, however many there are',
    defect: 'quantity-of-order-lost',
    classes: ['amount-under'],
  },
  {
    id: '58c',
    title: 'rows are missing: a fee in advance is billed when its period is over',
    defect: 'advance-fee-deferred',
    classes: ['missing'],
  },
  {
    id: '58d',
    title: 'rows under other periods: contracts drift',
    defect: 'old-subscriptions-drift-on',
    classes: ['period-differs'],
  },
  {
    id: '58e',
    title: 'tax loses the cents of its base',
    defect: 'tax-base-truncated',
    classes: ['tax-differs'],
  },
  {
    id: '58f',
    title: 'an event that the old log holds twice is billed twice',
    defect: 'retry-without-identity',
    classes: ['amount-over'],
  },
  {
    id: '58g',
    title: 'rows that nobody had before: who is billed by the calendar is billed from the day of the order',
    defect: 'calendar-billing-ignored',
    classes: ['extra'],
  },
];

/** The list for the reader: each difference with its account, and the rows as evidence. */
function listed(classes: readonly string[]) {
  return ({ runDir, records }: Seen): readonly string[] => {
    const differences = records.filter(
      (record) => record.kind === 'difference' && record.checkId.startsWith('migration-'),
    );
    const evidence = evidenceText(runDir);
    return [
      ...(differences.length > 0 ? [] : ['the journal holds no difference of the migration']),
      ...classes
        .filter((name) => !new RegExp(`^${name},L-\\d+,`, 'm').test(evidence))
        .map((name) => `no list of evidence holds a row of the class ${name}`),
    ];
  };
}

const wrongRows: readonly Row[] = wrong.map(({ id, title, defect, classes, isWhole }) => ({
  id,
  group: 'C',
  title,
  setup: hosted(),
  fault: (scene) =>
    scene.start(['run', '--defect', defect, ...(isWhole ? [] : ['--phase', 'migration'])]).ended,
  expect: {
    exitCodes: [1],
    ...(isWhole ? { verdict: 'NO-GO' as const } : {}),
    reasons: [/checks failed/],
    also: listed(classes),
  },
}));

/** What the half migration left in the target is said, and was taken away. */
function cleanedUp({ records }: Seen): readonly string[] {
  const cleanup = records.find((record) => record.kind === 'cleanup');
  if (cleanup === undefined) return ['nothing is said of what the half migration left in the target'];
  return cleanup.leftovers.length === 0 ? [] : [`left in the target: ${cleanup.leftovers.join()}`];
}

const aborted: Row = {
  id: '59a',
  group: 'C',
  title: 'the loading of the old accounts is killed half-way; that the run is taken up again is row 1e',
  setup: hosted(),
  fault: async (scene) => {
    const run = await watchRun(scene);
    await run.started.line(/^migration: begins/m);
    await run.sees('a check of the migration', checkOf('check-started', 'migration'));
    for (const { pid } of run.processesOf('migration/extract', /vitest\/session/)) killOne(pid);
    return run.ended;
  },
  expect: {
    exitCodes: [2],
    verdict: 'INCOMPLETE',
    reasons: [
      /migration, step extract \(vitest\): ended by signal SIGKILL/,
      /It had begun when its tool ended/,
      /migration, step compare/,
    ],
    also: both(keeps('unit', 'integration', 'uat', 'performance'), cleanedUp),
  },
};

/** 58, 59: a migration that loses money, and one that is cut. */
export const migration: readonly Row[] = [...wrongRows, aborted];
