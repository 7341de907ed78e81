/** First words of the steps that the format's cases speak in. A step that begins otherwise is a mistake in the file. */
const verbs = new Set(
  `activate add advance aggregate allocate amortise apply bill calculate cancel change close collect commit compute
   convert create credit current discount downgrade dun end expire extend finalise finalize generate grant ingest invoice
   issue migrate move next number one pause pay period periods post preview prorate publish rate recognise recognize record
   redeem refund remove renew repeat resume retry reverse round send set settle share split start subscribe sum suspend swap
   switch tax terminate top trial true two three unpause update upgrade usage void write`.split(/\s+/),
);

export function isKnownStep(step: string): boolean {
  return verbs.has(step.split(/[\s_]/)[0]?.toLowerCase() ?? '');
}

/** What a billing system's preview would have to know for cases of an area, where no reader can put them as questions. */
const missingByArea: Readonly<Record<string, string>> = {
  account_credit: 'the balance of an account with its credits',
  calendar: 'a calendar rule of this form',
  coupon_stacking: 'discounts that share out in this form',
  credit_note: 'a credit note of this form',
  credit_note_tax: 'the policy of who takes the rounding remainder among several credit notes',
  discount: 'prepaid credits applied after discounts',
  dunning: 'dunning states and payment requests',
  flat_fee: 'a flat fee of this form',
  invoice_split: 'interim invoices at spending thresholds',
  invoice_void: 'voiding an invoice',
  late_usage: 'usage that arrives after its period was billed',
  limited_duration_discount: 'coupons that last for a number of invoices and wait for the end of a trial',
  minimum_commitment: 'a commitment of this form',
  overage: 'prices by time of day with a commitment of their own',
  partial_payment: 'payments and the balances they leave',
  prepaid_credits: 'a wallet of prepaid credits',
  refund: 'refunds and the balances they leave',
  revenue_recognition: 'a revenue schedule',
  stairstep: 'a stairstep price of this form',
  tax_exclusive: 'the choice of a tax rule by region or status of the customer',
  timezone: 'usage windows in a time zone',
  trial_end: 'a trial of this form',
  usage_aggregation: 'the aggregation of metered events',
  usage_cutoff: 'which billing period a reading belongs to',
};

export function missingFor(area: string): string {
  return missingByArea[area] ?? `a calculation for cases of the area "${area}"`;
}
