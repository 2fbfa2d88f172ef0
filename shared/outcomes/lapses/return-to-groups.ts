import type { RecordData } from '../../records/registry.ts';
import type { Fact, Recorded } from '../person-history.ts';
import { isNegative } from '../test-results.ts';

const GROUP_KINDS: ReadonlySet<RecordData['session']['kind']> = new Set([
  'group',
  'joint-group',
  'women-only-group',
  'offending-behaviour-group',
  'social-literacy',
]);

/**
 * The day somebody came back to the groups without a return being recorded: the first attended group session after
 * `openedDay` whose last test before it, since then, is negative. A test not provided tells nothing, but a refused
 * one does; hair tests are passed over, refused ones too: they would have told of months gone by. What is dated on the
 * day of the lapse itself may have come before it.
 */
export function returnToGroups({ sessions, tests }: Recorded, openedDay: number): number | undefined {
  const telling = tests.filter(
    ({ day, data }) =>
      day > openedDay && data.matrix !== 'hair' && (data.status === 'refused' || data.status === 'provided'),
  );
  return sessions.find((session) => {
    const { day, data } = session;
    if (day <= openedDay || data.attendance !== 'attended' || !GROUP_KINDS.has(data.kind)) return false;
    const last = lastBefore(telling, session);
    return last !== undefined && isNegative(last);
  })?.day;
}

function lastBefore(tests: readonly Fact<'test'>[], session: Fact<'session'>): Fact<'test'> | undefined {
  const startsAt = Date.parse(session.data.startsAt);
  let last: Fact<'test'> | undefined;
  let lastAt = -Infinity;
  for (const test of tests) {
    if (test.day > session.day) break;
    const at = Date.parse(test.data.collectedAt);
    if (at <= startsAt && at >= lastAt) {
      last = test;
      lastAt = at;
    }
  }
  return last;
}
