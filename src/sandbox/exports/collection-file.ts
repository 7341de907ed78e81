import type { LocalDate } from '../../model/date.ts';
import { moneyAmount } from '../../model/money.ts';
import type { CollectedInvoice } from '../engine/bank-procedures.ts';
import type { Rules } from '../rules/index.ts';

export interface CollectionContent {
  readonly id: string;
  readonly createdOn: LocalDate;
  readonly items: readonly CollectedInvoice[];
}

/** The parts of pain.008.001.02 that a bank needs: how many, how much in all, and each debtor with his mandate. */
export function collectionFile(rules: Rules, { id, createdOn, items }: CollectionContent): string {
  const sum = rules.controlSum(items.map(({ due }) => due));
  const totals = `<NbOfTxs>${items.length}</NbOfTxs><CtrlSum>${sum}</CtrlSum>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.02"><CstmrDrctDbtInitn>',
    `<GrpHdr><MsgId>${rules.xmlText(id)}</MsgId><CreDtTm>${createdOn}T00:00:00</CreDtTm>${totals}</GrpHdr>`,
    `<PmtInf><PmtInfId>${rules.xmlText(id)}</PmtInfId><PmtMtd>DD</PmtMtd>${totals}`,
    `<ReqdColltnDt>${createdOn}</ReqdColltnDt>`,
    ...items.map((item) => transaction(rules, item)),
    '</PmtInf></CstmrDrctDbtInitn></Document>',
    '',
  ].join('\n');
}

function transaction(rules: Rules, { invoice, due, name, mandate }: CollectedInvoice): string {
  const number = rules.xmlText(invoice.number);
  return [
    `<DrctDbtTxInf><PmtId><EndToEndId>${number}</EndToEndId></PmtId>`,
    `<InstdAmt Ccy="${due.currency}">${moneyAmount(due)}</InstdAmt>`,
    `<DrctDbtTx><MndtRltdInf><MndtId>${rules.xmlText(mandate.reference)}</MndtId>`,
    `<DtOfSgntr>${mandate.signedOn}</DtOfSgntr></MndtRltdInf></DrctDbtTx>`,
    `<Dbtr><Nm>${rules.xmlText(name)}</Nm></Dbtr>`,
    `<DbtrAcct><Id><IBAN>${mandate.iban}</IBAN></Id></DbtrAcct>`,
    `<RmtInf><Ustrd>${number}</Ustrd></RmtInf></DrctDbtTxInf>`,
  ].join('');
}
