/** A price, and what of it earlier notes credited. Of a line that is itself a credit both are negative. */
export interface Creditable {
  readonly invoiced: bigint;
  readonly credited: bigint;
}

export function leftToCredit({ invoiced, credited }: Creditable): bigint {
  return invoiced - credited;
}

export interface NoteUse {
  readonly total: bigint;
  readonly due: bigint;
}

/** A note first settles what is open on its invoice; only what was paid already is owed to the customer. */
export function settledByNote({ total, due }: NoteUse): bigint {
  if (due <= 0n) return 0n;
  return total < due ? total : due;
}
