import { discloseIncidence } from './incidence.ts';
import { optionalMarks } from './optional-marks.ts';
import { discloseProportion } from './proportion.ts';
import { SUPPRESSED, type DisclosureRule } from './rule.ts';
import { discloseMean } from './mean.ts';
import { discloseMedianFigure } from './median.ts';
import { discloseRate } from './rate.ts';
import { discloseSurvival } from './survival.ts';

/** One to four people; nobody is shown as 0. */
const isSmall = (people: number): boolean => people >= 1 && people <= 4;

const counts = { isSmall, shown: (count: number): number => count };

/** The practice of NDTMS for restricted reports: fewer than five people are withheld, 0 is shown. */
export const lt5: DisclosureRule = {
  survival: (figure) => discloseSurvival(figure, isSmall),
  incidence: (figure) => discloseIncidence(figure, isSmall),
  proportion: (figure) => discloseProportion(figure, counts),
  count: ({ count, people, marks }) =>
    isSmall(people)
      ? { kind: 'count', ...SUPPRESSED }
      : { kind: 'count', state: 'estimated', value: count, ...optionalMarks(marks) },
  median: (figure) => discloseMedianFigure(figure, isSmall),
  mean: (figure) => discloseMean(figure, counts),
  rate: (figure) => discloseRate(figure, counts),
};
