import { harmlessText } from '../../rules/platform/csv-cell.ts';
import type { Defect } from '../defect.ts';

/** Dots at the end were taken for what a form had left there. The list has no row for it. */
export const exportCutsLastDot: Defect = {
  name: 'export-cuts-last-dot',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'minor',
  title: 'A name that ends with a dot has none in the file',
  rules: { harmlessText: (text) => harmlessText(text).replace(/\.$/, '') },
};
