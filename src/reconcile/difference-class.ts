/** How a billed item can differ between the old system and the new one; each difference belongs to exactly one class. */
export const differenceClasses = [
  'missing',
  'extra',
  'duplicated',
  'amount-over',
  'amount-under',
  'tax-differs',
  'currency-differs',
  'period-differs',
  'item-differs',
  'regrouped',
] as const;

export type DifferenceClass = (typeof differenceClasses)[number];

interface ClassWords {
  /** What must hold when no difference of the class exists. */
  readonly rule: string;
  /** What the control of the class does to a copy of the old bills. */
  readonly planted: string;
  /** What one difference of the class means, for a reader from finance. */
  readonly meaning: string;
}

export const classWords: Readonly<Record<DifferenceClass, ClassWords>> = {
  missing: {
    rule: 'Nothing that the old system billed is left unbilled',
    planted: 'one item left out',
    meaning: 'The old system billed this item and the new one does not: revenue is lost.',
  },
  extra: {
    rule: 'Nothing is billed that the old system did not bill',
    planted: 'one item added',
    meaning: 'The new system bills an item that the old one did not.',
  },
  duplicated: {
    rule: 'Nothing is billed twice',
    planted: 'one item billed twice',
    meaning: 'The new system bills the same item for the same period more than once.',
  },
  'amount-over': {
    rule: 'No customer is charged more than before',
    planted: 'one net amount one minor unit too high',
    meaning: 'The new system charges more for the same item and period.',
  },
  'amount-under': {
    rule: 'No customer is charged less than before',
    planted: 'one net amount one minor unit too low',
    meaning: 'The new system charges less for the same item and period.',
  },
  'tax-differs': {
    rule: 'Tax is the same wherever the net amount is',
    planted: 'one tax amount one minor unit too high',
    meaning: 'The net amount agrees, the tax on it does not.',
  },
  'currency-differs': {
    rule: 'Every item keeps its currency',
    planted: 'one item in another currency',
    meaning: 'The item is billed in another currency than before.',
  },
  'period-differs': {
    rule: 'Every item keeps its service period',
    planted: 'one item moved by a day',
    meaning: 'The amount is billed for another service period than before.',
  },
  'item-differs': {
    rule: 'No amount moves to another item',
    planted: 'one amount under another item',
    meaning: 'The amount stands under another item of the same customer and period.',
  },
  regrouped: {
    rule: 'Every item stands on as many lines as before',
    planted: 'one line split in two',
    meaning: 'The amounts agree, but they stand on another number of lines.',
  },
};
