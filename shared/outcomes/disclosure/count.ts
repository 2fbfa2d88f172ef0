import type { ComputedCount, Counted } from '../computed.ts';
import type { Count, CountFigure } from '../document.ts';
import { NOTHING, WHOLE } from './hidden.ts';
import { optionalMarks } from './optional-marks.ts';
import { type CountRule, SUPPRESSED, type Way } from './rule.ts';

/** A count inside a figure, or that it is withheld. */
export function discloseCount({ count, people }: Counted, { isSmall, shown }: CountRule): Count {
  return isSmall(people) ? SUPPRESSED : shown(count);
}

/** A count of few people goes. */
export const countBy = ({ isSmall, shown }: CountRule): Way<ComputedCount, CountFigure> => ({
  hide: ({ people }) => (isSmall(people) ? WHOLE : NOTHING),
  write: ({ kind, count, marks }, hidden) =>
    hidden.has('figure')
      ? { kind, ...SUPPRESSED }
      : { kind, state: 'estimated', value: shown(count), ...optionalMarks(marks) },
});
