import { countBy } from './count.ts';
import { hideInIncidence, writeIncidence } from './incidence.ts';
import { meanBy } from './mean.ts';
import { medianBy } from './median.ts';
import { proportionBy } from './proportion.ts';
import { rateBy } from './rate.ts';
import type { DisclosureRule } from './rule.ts';
import { hideInSurvival, writeSurvival } from './survival.ts';

/** One to four people; nobody is shown as 0. */
const isSmall = (people: number): boolean => people >= 1 && people <= 4;

const counts = { isSmall, shown: (count: number): number => count };

/** The practice of NDTMS for restricted reports: fewer than five people are withheld, 0 is shown. */
export const lt5: DisclosureRule = {
  exact: true,
  isSmall,
  survival: {
    hide: (figure) => hideInSurvival(figure, isSmall),
    write: (figure, hidden) => writeSurvival(figure, hidden, isSmall),
  },
  incidence: { hide: (figure) => hideInIncidence(figure, isSmall), write: writeIncidence },
  proportion: proportionBy(counts),
  count: countBy(counts),
  median: medianBy(isSmall),
  mean: meanBy(counts),
  rate: rateBy(counts),
};
