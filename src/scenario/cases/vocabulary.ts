/** First words of the steps that the format's cases speak in. A step that begins otherwise is a mistake in the file. */
const verbs = new Set(
  `accrue accumulate activate add adjust advance age aggregate allocate amend amortise amortize apply approve assess assign
   attach authorise authorize auto backdate balance begin bill buy calculate cancel capture carry change charge chargeback
   check close collect commit complete compute confirm consume convert count create credit current dates days debit decline
   decrease deduct defer detach determine discount dispute distribute downgrade draw due dun each earn end enter estimate
   evaluate exchange expect expire extend fail final finalise finalize find first forecast forfeit fund generate get give
   grant group have hold import include increase ingest invoice issue keep lapse last late list local lock look lower mark measure
   merge meter migrate modify month months move next no number offset one open order overpay overdue pause pay period
   periods post prepay preview price prorate provide publish purchase quarter raise rate reach reactivate read recalculate
   receive recharge recognise recognize record recover redeem reduce refresh refund reinstate release remind remove renew
   rent reopen repeat replace report request reschedule reset resolve resume retry return revalue reverse revert roll
   round run schedule second sell send service set settle share shares show sign simulate spend split start stop submit
   subscribe subtract sum suspend swap switch sync take tax terminate third three time top total transfer translate trial
   true try two unapply uncancel undo unpause unsubscribe unwind update upgrade usage use utilise utilize void wait waive
   withdraw work write year years
   allot burn clear cross deposit deduplicate dedupe drain emit fill fire link match net observe process quote re rebill recompute
   reconcile redistribute reject rerate resend restart restore rollover stack trigger unvoid verify`.split(
    /\s+/,
  ),
);

export function isKnownStep(step: string): boolean {
  return verbs.has(stepWords(step).split(' ')[0] ?? '');
}

/** "change_plan", "changePlan" and "Change-plan" are all "change plan". */
export function stepWords(step: string): string {
  return step
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .replace(/^([A-Za-z]+)-/, '$1 ')
    .toLowerCase();
}

/** Readers go by the first words of a step; these may turn around what it does, so that none of them takes it. */
export function turnsAround(step: string): boolean {
  return /\b(without|except|unless|ignoring|skipping|no (credit|refund|proration|tax|discount|adjustment))\b/i.test(
    stepWords(step),
  );
}

/** What a billing system's preview would have to know for cases of an area, where no reader can put them as questions. */
const missingByArea: Readonly<Record<string, string>> = {
  account_credit: 'the balance of an account with its credits',
  aggregation: 'the aggregation of metered events',
  calendar: 'a calendar rule of this form',
  coupon: 'a coupon of this form',
  coupon_stacking: 'discounts that share out in this form',
  credit_note: 'a credit note of this form',
  credit_note_tax: 'the policy of who takes the rounding remainder among several credit notes',
  discount: 'discounts and prepaid credits of this form',
  dunning: 'dunning states and payment requests',
  flat_fee: 'a flat fee of this form',
  graduated: 'a graduated price of this form',
  invoice_split: 'a bill that is split, or that gathers others, in this form',
  invoice_void: 'voiding an invoice',
  ledger: 'the postings that documents and payments make in a ledger',
  late_usage: 'usage that arrives after its period was billed',
  limited_duration_discount: 'coupons that last for a number of invoices and wait for the end of a trial',
  minimum_commitment: 'a commitment of this form',
  package: 'a package price of this form',
  per_unit: 'a price per unit of this form',
  percentage: 'a percentage price of this form',
  overage: 'prices by time of day with a commitment of their own',
  partial_payment: 'payments and the balances they leave',
  proration_calendar: 'a share of a calendar period in this form',
  proration_cancel: 'the end of a plan within its period, in this form',
  proration_change: 'a change within a period, in this form',
  proration_upgrade: 'a change to another plan within a period, in this form',
  prepaid_credits: 'a wallet of prepaid credits',
  refund: 'refunds and the balances they leave',
  revenue_recognition: 'a revenue schedule',
  stairstep: 'a stairstep price of this form',
  tax: 'a tax of this form',
  tax_exclusive: 'the choice of a tax rule by region or status of the customer',
  timezone: 'usage windows in a time zone',
  trial_end: 'a trial of this form',
  volume: 'a volume price of this form',
  void: 'voiding an invoice',
  usage_aggregation: 'the aggregation of metered events',
  usage_cutoff: 'which billing period a reading belongs to',
};

export function missingFor(area: string): string {
  return missingByArea[area] ?? `a calculation for cases of the area "${area}"`;
}

/** Settings that other engines have and no calculation knows, in the words of whoever decides on them. */
const settingsWithoutCalculation: Readonly<Record<string, string>> = {
  prorated: 'units that stay count for the rest of their month, tier by tier',
};

/** The fields that no reader took, with what they mean where that is known to be missing. */
export function namedFields(paths: readonly string[]): string {
  return paths
    .map((path) => {
      const key = path.slice(path.lastIndexOf('.') + 1);
      const meaning = Object.hasOwn(settingsWithoutCalculation, key)
        ? settingsWithoutCalculation[key]
        : undefined;
      return meaning === undefined ? path : `${path} (the policy setting "${meaning}")`;
    })
    .join(', ');
}
