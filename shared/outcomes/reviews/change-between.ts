import { substanceSchema } from '../../records/fields.ts';
import type { Review } from '../../records/review.ts';
import { changesOfUse } from './changes-of-use.ts';
import { risen } from './risen.ts';

/** What two reviews of one journey say of it together. */
export type ChangeBetween = {
  /** Abstinent from a substance that was used, or reliably fewer days of it. */
  readonly reliablyBetter: boolean;
  /** Anything that is counted in days, units or points is better by one or more. */
  readonly anyBetter: boolean;
  /** More injected days, or equipment is shared that was not. */
  readonly riskierInjecting: boolean;
};

/** Compares a start review with a later one; what one of them does not give has not changed. */
export function changeBetween(start: Review, later: Review): ChangeBetween {
  return {
    reliablyBetter: changesOfUse(start.daysUsed, later.daysUsed).some(
      ({ change }) => change === 'abstinent' || change === 'improved',
    ),
    anyBetter:
      substanceSchema.options.some((one) => risen(later.daysUsed[one], start.daysUsed[one])) ||
      FEWER.some((field) => risen(later[field], start[field])) ||
      MORE.some((field) => risen(start[field], later[field])),
    riskierInjecting:
      risen(start.injectedDays, later.injectedDays) || (start.sharing === false && later.sharing === true),
  };
}

const FEWER = ['unitsPerUsingDay', 'injectedDays'] as const;
const MORE = [
  'psychologicalHealth',
  'physicalHealth',
  'qualityOfLife',
  'paidWorkDays',
  'educationDays',
] as const;
