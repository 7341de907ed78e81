import { describe } from 'vitest';
import { instant } from '../../model/date.ts';
import { metered } from '../../scenario/drawn/customer-history.ts';
import { previewCheck } from './preview-check.ts';
import { metering } from './questions.ts';

const charge = metered(
  'units',
  { kind: 'per-unit', unit: '1.00' },
  { aggregation: 'max', groupBy: ['site', 'zone'] },
);

function used(quantity: string, site: string, zone: string) {
  const at = instant(`2026-01-1${quantity}T10:00:00Z`);
  return { id: `use-${quantity}`, quantity, at, properties: { site, zone } };
}

describe('Groups of usage', () => {
  previewCheck('They are told apart whatever signs their values have within', {
    topic: 'usage',
    questions: [',', '-', '_', ':', '|', '/', '.', ' ', ';', '#', '=', '"'].map((sign) =>
      metering(charge, [used('5', `a${sign}b`, 'c'), used('7', 'a', `b${sign}c`)]),
    ),
    tags: ['@edge', '@risk-high'],
  });
});
