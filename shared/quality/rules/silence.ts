import { caresOf } from '../../outcomes/lapses/care.ts';
import type { Period } from '../../outcomes/period.ts';
import type { Placed } from '../../outcomes/placed.ts';
import { lastContact, SILENCE_DAYS } from '../../outcomes/retention/last-contact.ts';
import { dayOf } from '../../records/london.ts';
import { inHistories } from '../in-histories.ts';
import type { QualityRule } from '../quality-rule.ts';

/** Open journeys and aftercare without an attended session or provided test for 28 days, unless it is suspended. */
export const silence: QualityRule = {
  id: 'silence',
  group: 'missing',
  title: 'Nothing for 28 days in an open placement',
  todo: 'Send the sessions and tests since then. If the person has left, amend the placement with its end and the reason; if it was suspended by agreement, with the suspension.',
  touches: ['abstinence-retention', 'retention', 'caseload', 'attendance', 'testing-compliance'],
  find: inHistories((history, asAt) =>
    caresOf(history).flatMap((care) => {
      const own = history.journeys.find(({ first }) => first === care.first);
      const start = own === undefined ? care.first.startDay : own.dayZero;
      const open = (own?.placements ?? [care.first]).findLast(({ endDay }) => endDay > asAt.lastDay);
      if (start === undefined || care.end !== undefined || open === undefined) return [];
      const since = lastContact(care, start);
      if (asAt.lastDay - since < SILENCE_DAYS || isSuspended(open, asAt)) return [];
      return [{ type: 'placement', id: open.id, since }];
    }),
  ),
};

function isSuspended({ data }: Placed, { lastDay }: Period): boolean {
  return (data.suspensions ?? []).some(({ from, to }) => dayOf(from) <= lastDay && lastDay <= dayOf(to));
}
