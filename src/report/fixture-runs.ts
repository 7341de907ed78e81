import type { ReportInput } from './exporter.ts';
import { check, decided, difference, gate, input, ref } from './fixture-parts.ts';

/** Small fixed runs that the exporters' tests write: one of each verdict that matters. Test support, never shipped to users. */
export function goRun(): ReportInput {
  const checks = [
    check({ name: 'Thirty days of a thirty-one day month', phase: 'unit' }),
    check({ name: 'A signup is billed once', phase: 'uat' }),
  ];
  return input(decided({ word: 'GO', checks, gates: [gate('rating-exact', 'met')] }), {});
}

export function noGoRun(): ReportInput {
  const texts = {
    trail: JSON.stringify([
      {
        title: 'Invoice of Anna for April',
        steps: [
          { text: 'Basic, 15 of 30 days of EUR 20.00', value: 'EUR 10.00' },
          { text: 'Plus, 15 of 30 days of EUR 40.00', value: 'EUR 20.00' },
        ],
      },
    ]),
    exchanges: `${JSON.stringify({
      request: 'POST /v1/invoices/in_7/finalize',
      requestBody: '{"total":30.00,"reference":12345678901234567890}',
      status: 200,
      responseBody: '{"total":"30.01","currency":"EUR"}',
      durationMs: 34,
    })}\n`,
  };
  const wrong = check({
    name: 'An upgrade in mid-month bills each day once',
    phase: 'uat',
    status: 'failed',
    differences: [
      difference({
        expected: '30.00',
        actual: '30.01',
        explanation: 'EUR 0.01 too much, because the change day was billed twice.',
      }),
      difference({
        measure: 'credit',
        nature: 'credit',
        expected: '10',
        actual: '1010.00',
        customer: 'Bruno',
        invoice: 'CN-3',
        explanation: 'The credit note has one zero too many.',
      }),
    ],
    evidence: [
      ref('calculation.json', 'application/vnd.tollgate.trail+json', texts.trail),
      ref('exchanges.ndjson', 'application/x-ndjson', texts.exchanges),
    ],
  });
  const checks = [
    check({ name: 'Thirty days of a thirty-one day month', phase: 'unit' }),
    wrong,
    check({
      name: 'A bill of yen has no minor digits',
      phase: 'uat',
      status: 'failed',
      differences: [
        difference({ currency: 'JPY', expected: '1234', actual: '1334', customer: 'Chiyo', invoice: 'J-1' }),
      ],
    }),
    check({ name: 'Vouchers are honoured', phase: 'uat', status: 'excluded', reason: 'left out by --tags' }),
  ];
  const run = decided({
    word: 'NO-GO',
    checks,
    gates: [gate('overcharge', 'missed', [wrong.check.id]), gate('rating-exact', 'met')],
  });
  return input(run, texts);
}

export function incompleteRun(): ReportInput {
  const checks = [
    check({
      name: 'The gateway answers twice',
      phase: 'integration',
      status: 'broken',
      cause: 'timed-out',
      error: { type: 'TimeoutError', message: 'No answer within 5000 ms.', stack: 'at gateway.ts:12:3' },
    }),
    check({
      name: 'Payments survive a lost answer',
      phase: 'integration',
      status: 'not-run',
      reason: 'The tool ended before this check began.',
    }),
  ];
  const run = decided({
    word: 'INCOMPLETE',
    checks,
    gates: [gate('completeness', 'unproven')],
    faults: ['vitest ended with exit code 137 and wrote no report. Give it more memory.'],
  });
  return input(
    {
      ...run,
      defects: ['change-day-billed-twice'],
      leftovers: ['customer cus_9 could not be removed'],
      unknownOutcomes: [
        {
          checkId: checks[0]?.check.id ?? '',
          operation: 'pay invoice',
          request: 'POST /v1/pay',
          detail: 'The answer was lost.',
        },
      ],
    },
    {},
  );
}
