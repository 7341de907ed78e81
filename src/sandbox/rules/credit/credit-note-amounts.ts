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
  /** What of the invoice was given up as a loss. */
  readonly writtenOff: bigint;
}

/** A note first settles what nobody paid, be it open or given up; only what was paid is owed to the customer. */
export function settledByNote({ total, due, writtenOff }: NoteUse): bigint {
  const unpaid = (due > 0n ? due : 0n) + writtenOff;
  return total < unpaid ? total : unpaid;
}
