import { describe, expect, it } from 'vitest';
import type { PolicyProfile } from '../../../model/billing/policy-profile.ts';
import { expectedInvoices } from '../../../oracle/invoicing/expected-invoices.ts';
import { referenceProfile } from '../../../oracle/reference-profile.ts';
import { policySettings, settingsOf } from '../../../scenario/policy-settings.ts';
import { habitsOfBills, policyLives } from './policy-lives.ts';

/** The days on which payment is due are no amounts: the check itself looks at them. */
const habits = habitsOfBills.filter((habit) => habit !== 'paymentTermDays');

/** A life that is billed the same under two habits says nothing about which of them a target has. */
describe('the lives under each habit', () => {
  const billedUnder = (setting: Partial<PolicyProfile>) =>
    policyLives.map(([, { billing }]) =>
      expectedInvoices(billing, { ...referenceProfile, ...setting }).map(
        ({ issueDate, lines, tax, total }) => [
          issueDate,
          lines.map(({ charge, period, quantity, net, discount, tax: own }) => [
            charge,
            period,
            quantity,
            [net, discount, own].map(({ amountMinor }) => amountMinor),
          ]),
          tax.amountMinor,
          total.amountMinor,
        ],
      ),
    );
  const shown = (bills: unknown) =>
    JSON.stringify(bills, (_key, value) => (typeof value === 'bigint' ? String(value) : value));

  for (const habit of habits) {
    const usual = shown(billedUnder({ [habit]: policySettings[habit][0] }));
    for (const { value, setting } of settingsOf(habit))
      it(`tell ${habit} ${value} from the usual one`, () => {
        expect(shown(billedUnder(setting))).not.toBe(usual);
      });
  }
});
