import { FAMILY_KINDS } from '../../outcomes/family/supported.ts';
import type { RecordData } from '../../records/registry.ts';
import { inHistories } from '../in-histories.ts';
import type { QualityRule } from '../quality-rule.ts';

/** What may go on for somebody, or for their family, when the programme has ended. */
const AFTERWARDS: ReadonlySet<RecordData['session']['kind']> = new Set([
  'telephone',
  'peer-support',
  ...FAMILY_KINDS,
]);

/** Sessions that somebody attended when no placement was open: the placement, or a later end, is missing. */
export const sessionAfterEnd: QualityRule = {
  id: 'session-after-end',
  group: 'missing',
  title: 'Session attended when no placement was open',
  todo: 'Send the placement that the session is part of, correct the end of the one before it, or correct the date of the session.',
  touches: ['caseload', 'abstinence-retention', 'retention', 'programme-completion', 're-presentation'],
  find: inHistories(({ sessions }, { windowFirstDay }) =>
    sessions.flatMap(({ id, day, data, placement }) => {
      if (placement === undefined || placement.endDay >= day || day < windowFirstDay) return [];
      if (data.attendance !== 'attended' || AFTERWARDS.has(data.kind)) return [];
      return [{ type: 'session', id, since: day, also: [{ type: 'placement', id: placement.id }] }];
    }),
  ),
};
