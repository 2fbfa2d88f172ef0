import { isFew } from './audit/few.ts';
import { countBy } from './count.ts';
import { hideInIncidence, writeIncidence } from './incidence.ts';
import { meanBy } from './mean.ts';
import { medianBy } from './median.ts';
import { proportionBy } from './proportion.ts';
import { rateBy } from './rate.ts';
import type { DisclosureRule } from './rule.ts';
import { hideInSurvival, writeSurvival } from './survival.ts';

const counts = { isSmall: isFew, shown: (count: number): number => count };

/** The practice of NDTMS for restricted reports: fewer than five people are withheld, 0 is shown. */
export const lt5: DisclosureRule = {
  exact: true,
  ...counts,
  survival: {
    hide: (figure) => hideInSurvival(figure, isFew),
    write: (figure, hidden) => writeSurvival(figure, hidden, isFew),
  },
  incidence: { hide: (figure) => hideInIncidence(figure, isFew), write: writeIncidence },
  proportion: proportionBy(counts),
  count: countBy(counts),
  median: medianBy(isFew),
  mean: meanBy(counts),
  rate: rateBy(counts),
};
