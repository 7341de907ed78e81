import type { EvidenceRef, JournalLine, JournalRecord } from '../model/observing/record.ts';

/** Every piece of evidence that a journal speaks of, as often as it does. */
export function recordedEvidence(lines: readonly JournalLine[]): readonly EvidenceRef[] {
  return lines.flatMap(({ record }) => evidenceOf(record));
}

function evidenceOf(record: JournalRecord): readonly EvidenceRef[] {
  if (record.kind === 'evidence') return [record.evidence];
  return record.kind === 'step-finished' && record.report.kind === 'read' ? [record.report.evidence] : [];
}
