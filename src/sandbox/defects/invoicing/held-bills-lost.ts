import { deleteHold } from '../../store/holds.ts';
import type { Defect } from '../defect.ts';

export const heldBillsLost: Defect = {
  name: 'held-bills-lost',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'lost',
  severity: 'critical',
  title: 'What fell due while bills were held is never billed',
  procedures: { releaseInvoices: deleteHold },
};
