import type { RecordData } from '../../records/registry.ts';

/** Why a written report on a placement may be made for its referrer. */
export type ReportGrounds = 'agreed' | 'ordered';

/** On what grounds one may be made; undefined where it was refused, or where nothing was agreed. */
export function reportAgreed({ reportAgreement }: RecordData['placement']): ReportGrounds | undefined {
  return reportAgreement === 'agreed' || reportAgreement === 'ordered' ? reportAgreement : undefined;
}
