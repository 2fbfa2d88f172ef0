import type { RecordData } from '../../../shared/records/registry.ts';
import type { Stay } from './stays.ts';
import type { TrialRow } from './trial-rows.ts';

type Drug = TrialRow<'uds'>['what'];
type Result = NonNullable<RecordData['test']['results']>[number];
type Substance = Result['substance'];

const SUBSTANCES: Readonly<Record<Drug, Substance>> = {
  Opioid: 'opiates',
  Methadone: 'opiates',
  Buprenorphine: 'opiates',
  Cocaine: 'powder-cocaine',
  Amphetamine: 'amphetamines',
  Thc: 'cannabis',
  Benzodiazepine: 'benzodiazepines',
  Sedatives: 'other',
  Alcohol: 'alcohol',
  'Mdma/Hallucinogen': 'other',
};

/** What every urine of all three trials was screened for; for the rest only a positive is known. */
const PANEL: readonly Substance[] = [
  'opiates',
  'powder-cocaine',
  'amphetamines',
  'cannabis',
  'benzodiazepines',
];

/**
 * The results of one urine: the drug groups that were found, as substances, and negative for what else the trials
 * screened for. A substance is explained when all that was found of it is what the trial prescribed then.
 *
 * @param prescribed from `prescribedOn`
 */
export function urineResults(found: readonly Drug[], prescribed: Drug | undefined): Result[] {
  const positives = Map.groupBy(new Set(found), (drug) => SUBSTANCES[drug]);
  return [
    ...[...positives].map(([substance, drugs]): Result => {
      const explained = drugs.every((drug) => drug === prescribed);
      return { substance, result: 'positive', ...(explained ? { explained: true } : {}) };
    }),
    ...PANEL.filter((substance) => !positives.has(substance)).map((substance): Result => {
      return { substance, result: 'negative' };
    }),
  ];
}

/** The drug that the trial gave somebody on a day and that a screen can find; naltrexone is none. */
export function prescribedOn(stays: readonly Stay[], day: number): Drug | undefined {
  const stay = stays.find(
    ({ startDay, endDay, medicatedToDay }) => startDay <= day && day <= Math.min(endDay, medicatedToDay),
  );
  if (stay?.treatment === 'Methadone') return 'Methadone';
  return stay?.treatment.includes('BUP') === true ? 'Buprenorphine' : undefined;
}
