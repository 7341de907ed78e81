import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localDate } from '../../model/date.ts';
import { referenceProfile } from '../../oracle/reference-profile.ts';
import { dryRun } from '../language/dry-run.fixture.ts';
import { castHistory, fee, metered, monthlyPlan, subscriptionOf } from './customer-history.ts';
import { generatedHistories } from './generated-history.ts';
import { historyAsGherkin } from './history-as-gherkin.ts';

const day = localDate;

/** How many meanings each step of the feature has. */
async function meanings(
  feature: string,
): Promise<readonly { readonly text: string; readonly count: number }[]> {
  const folder = mkdtempSync(join(tmpdir(), 'histories-'));
  try {
    const path = join(folder, 'history.feature');
    writeFileSync(path, feature);
    const messages = await dryRun([path]);
    expect(messages.flatMap(({ parseError }) => parseError ?? [])).toEqual([]);
    const texts = new Map(
      messages.flatMap(({ pickle }) => (pickle?.steps ?? []).map(({ id, text }) => [id, text] as const)),
    );
    return messages.flatMap(({ testCase }) =>
      (testCase?.testSteps ?? []).flatMap(({ pickleStepId, stepDefinitionIds }) =>
        pickleStepId === undefined
          ? []
          : [{ text: texts.get(pickleStepId) ?? '', count: stepDefinitionIds?.length ?? 0 }],
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const told = castHistory('Acme', {
  until: '2026-06-01',
  plans: [
    monthlyPlan('basic', [fee('1200')]),
    monthlyPlan('pro', [fee('90.5'), metered('calls', { kind: 'per-unit', unit: '0.002' })]),
    monthlyPlan('support', [fee('20')]),
  ],
  subscriptions: [
    subscriptionOf('basic', '2026-01-31', {
      trialDays: 7,
      changes: [{ plan: 'pro', on: day('2026-03-10') }],
      quantities: [{ quantity: '3', on: day('2026-03-20'), toldOn: day('2026-03-22') }],
      pauses: [
        { on: day('2026-04-30'), toldOn: day('2026-04-10'), timing: 'period-end', until: day('2026-05-10') },
      ],
    }),
    subscriptionOf('support', '2026-02-10', { addOnTo: 'basic from 2026-01-31' }),
  ],
  usage: [{ id: 'one', meter: 'calls', quantity: '1500', at: '2026-03-15T22:59:59.000Z' as never }],
});

test('a history is told in sentences that finance would write', () => {
  // EUR 1,200.00 has its thousands in a group; the pause is led to its day, because its sentence names none.
  const lines = historyAsGherkin(told, referenceProfile)
    .split('\n')
    .map((line) => line.trim());
  expect(lines).toEqual(
    expect.arrayContaining([
      'Given the plan "basic" costs EUR 1,200.00 per month',
      'And the plan "pro" charges EUR 0.002 per unit of "calls"',
      'And a customer "Acme" in DE paying in EUR',
      'And "Acme" subscribes to "basic" on 31 January 2026 on these terms:',
      '| trial days |',
      '| 7 |',
      '| added to |',
      'And "Acme" changes from "basic" to "pro" on 10 March 2026',
      'And "Acme" uses 1,500 of "calls" at 2026-03-15T22:59:59.000Z',
      'And the change of "Acme" to 3 seats of "pro" on 20 March 2026 is entered on 22 March 2026',
      'And today is 10 April 2026',
      'And "Acme" pauses "pro" at the end of the period',
      'And "Acme" resumes "pro" on 10 May 2026',
      'When the clock moves to 1 June 2026',
    ]),
  );
  expect(lines.filter((line) => line.startsWith('#'))).toEqual([]);
});

test('a plan that charges for usage alone is begun before its charges', () => {
  const history = castHistory('Kim', {
    until: '2026-02-01',
    plans: [monthlyPlan('calls', [metered('calls', { kind: 'per-unit', unit: '0.002' })])],
    subscriptions: [subscriptionOf('calls', '2026-01-01')],
  });
  const [, first, second] = historyAsGherkin(history, referenceProfile).split('\n');
  expect(first?.trim()).toBe('Given the plan "calls" is billed in EUR per month');
  expect(second?.trim()).toBe('And the plan "calls" charges EUR 0.002 per unit of "calls"');
});

test('what our steps have no words for is said', () => {
  const plans = [monthlyPlan('basic', [fee('30'), metered('sales', { kind: 'dynamic', multiplier: '0.5' })])];
  const history = castHistory('Kim', {
    until: '2026-02-01',
    plans,
    subscriptions: [subscriptionOf('basic', '2026-01-01')],
  });
  expect(historyAsGherkin(history, referenceProfile)).toContain(
    '# Our steps cannot say: the dynamic price of "sales" of "basic".',
  );
});

test('every step of every history has one meaning', async () => {
  const drawn = [1, 2, 3].flatMap((seed) => generatedHistories({ seed, salt: 'words', count: 3 }));
  const scenarios = [told, ...drawn].map((history) => historyAsGherkin(history, referenceProfile));
  const steps = await meanings(
    `Feature: Histories\n\n  Rule: Each of them is told\n\n${scenarios.join('\n\n')}\n`,
  );
  expect(steps.length).toBeGreaterThan(100);
  expect(steps.filter(({ count }) => count !== 1)).toEqual([]);
});
