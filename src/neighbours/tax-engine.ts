import { type Answer, openService, type ServiceRequest, type SimulatedService } from './simulated-service.ts';

/** What a careless engine does to its answers, until it is told otherwise. */
export type TaxTrouble = 'none' | 'cut-off' | 'one-line-missing' | 'no-rate' | 'lost' | 'reversed';

/** A tax engine, simulated: one rate for each category, told line by line. */
export interface TaxEngine extends SimulatedService {
  /** In percent; the empty category is every other one. */
  setRate(category: string, ratePercent: string): void;
  suffer(trouble: TaxTrouble): void;
  /** From now on it decides by all that it is told of a line, and by the rates above where this says nothing. */
  decideBy(decide: (asked: AskedLine) => TaxDecided | null): void;
  /** How often anything was asked. */
  readonly asked: () => number;
}

interface AskedPlace {
  readonly country: string;
  readonly region?: string | null;
}

/** What a line is taxed by: who sells what to whom, and for which day. */
export interface AskedLine {
  readonly line: string;
  readonly seller?: AskedPlace;
  readonly customer?: AskedPlace & { readonly vatId?: string | null };
  readonly date?: string;
  readonly category: string | null;
}

export interface TaxDecided {
  readonly ratePercent: string;
  readonly treatment: 'taxed' | 'exempt' | 'reverse-charge' | 'no-tax';
}

export async function openTaxEngine(): Promise<TaxEngine> {
  const rates = new Map<string, string>();
  let trouble: TaxTrouble = 'none';
  let asked = 0;
  let decideBy: (line: AskedLine) => TaxDecided | null = () => null;
  const decide = ({ body }: ServiceRequest): Answer => {
    asked += 1;
    if (trouble === 'lost') return { kind: 'lost' };
    const { lines } = JSON.parse(body) as { readonly lines: readonly AskedLine[] };
    const usual = (category: string | null) => ({
      ratePercent: trouble === 'no-rate' ? null : (rates.get(category ?? '') ?? rates.get('') ?? '0'),
      treatment: 'taxed',
    });
    const decided = lines.map((each) => ({
      line: each.line,
      ...(decideBy(each) ?? usual(each.category)),
    }));
    return { kind: 'answer', status: 200, body: spoilt(decided, trouble) };
  };
  const service = await openService(decide);
  return {
    ...service,
    asked: () => asked,
    setRate: (category, ratePercent) => {
      rates.set(category, ratePercent);
    },
    decideBy: (rule) => {
      decideBy = rule;
    },
    suffer: (next) => {
      trouble = next;
    },
  };
}

function spoilt(lines: readonly object[], trouble: TaxTrouble): unknown {
  if (trouble === 'one-line-missing') return { lines: lines.slice(0, -1) };
  if (trouble === 'reversed') return { lines: lines.toReversed() };
  const text = JSON.stringify({ lines });
  return trouble === 'cut-off' ? text.slice(0, text.length / 2) : { lines };
}
