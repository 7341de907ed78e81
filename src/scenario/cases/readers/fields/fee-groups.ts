import type { DocumentLine } from '../../../../model/billing/document-line.ts';
import { NotUnderstood } from '../../unreadable.ts';
import { holder, type Scope } from './scope.ts';

export interface FeeGroups {
  readonly lines: readonly DocumentLine[];
  /** The lines of each subscription, by their place on the document. */
  readonly groups: ReadonlyMap<string, readonly number[]>;
}

/** `fees` holds the fees of each subscription by its name, and `taxPercent` their rates in the same places. */
export function readFeeGroups(scope: Scope): FeeGroups | null {
  const found = holder(scope, 'fees');
  if (found === null || Array.isArray(found.fields.peek('fees'))) return null;
  const fees = found.fields.object('fees');
  const rates = found.fields.has('taxPercent') ? found.fields.object('taxPercent') : null;
  const lines: DocumentLine[] = [];
  const groups = new Map<string, readonly number[]>();
  for (const name of fees.keys) {
    const nets = fees.decimals(name);
    const percents = rates?.has(name) === true ? rates.decimals(name) : nets.map(() => '0');
    if (percents.length !== nets.length) {
      throw new NotUnderstood(
        `${fees.path}.${name}: found ${nets.length} fees and ${percents.length} tax rates`,
      );
    }
    groups.set(
      name,
      nets.map((_, index) => lines.length + index),
    );
    lines.push(...nets.map((net, index) => ({ net, taxPercent: percents[index] ?? '0' })));
  }
  return { lines, groups };
}
