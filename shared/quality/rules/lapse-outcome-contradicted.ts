import { type Care, caresOf } from '../../outcomes/lapses/care.ts';
import { returnToGroups } from '../../outcomes/lapses/return-to-groups.ts';
import type { Fact } from '../../outcomes/person-history.ts';
import { dayOf } from '../../records/london.ts';
import { inHistories } from '../in-histories.ts';
import type { QualityRule } from '../quality-rule.ts';

/**
 * Lapses whose recorded outcome is not what other records say: recovered after the placement had ended;
 * relapsed or exited, and back in the groups with a negative test; or
 * relapsed or exited where the placement ended that day for the other reason. The recorded outcome is what is counted.
 */
export const lapseOutcomeContradicted: QualityRule = {
  id: 'lapse-outcome-contradicted',
  group: 'contradictory',
  title: 'Outcome of a lapse contradicted by other records',
  todo: 'Compare the lapse with the sessions, tests and end of its placement, and amend what is wrong. Until then the outcome on the lapse is counted.',
  touches: ['lapse-recovery', 'lapse-intensity', 'referrals-on'],
  find: inHistories((history, { windowFirstDay }) =>
    caresOf(history).flatMap((care) =>
      care.lapses.flatMap((lapse) => {
        const { returnedOn, closedOn } = lapse.data;
        const recordedOn = returnedOn ?? closedOn;
        if (recordedOn === undefined || dayOf(recordedOn) < windowFirstDay) return [];
        if (!isContradicted(lapse, dayOf(recordedOn), care)) return [];
        const also = [{ type: 'placement', id: care.first.id } as const];
        return [{ type: 'lapse', id: lapse.id, since: dayOf(recordedOn), also } as const];
      }),
    ),
  ),
};

function isContradicted({ day: openedDay, data }: Fact<'lapse'>, recorded: number, care: Care): boolean {
  const { end } = care;
  if (data.outcome === 'recovered') return end !== undefined && recorded > end.day;
  if (returnToGroups(care, openedDay) !== undefined) return true;
  if (end === undefined || recorded !== end.day) return false;
  return data.outcome === 'relapsed' ? isExit(end.reason) : end.reason === 'referred-on';
}

function isExit(reason: NonNullable<Care['end']>['reason']): boolean {
  return reason === 'left' || reason === 'withdrawn' || reason === 'died';
}
