import type { RecordData } from '../records/registry.ts';

/**
 * Records as they were at the end of a day: a fact dated after it does not exist yet. What happened later altogether
 * is left out by its date; a placement and a lapse hold facts of several dates and are cut here.
 */

type Placement = RecordData['placement'];
type Lapse = RecordData['lapse'];

/** The end of a suspension that had not ended. */
const OPEN_ENDED = '9999-12-31';

/** The placement as known at the end of `date`, or undefined when it had not even been referred. */
export function placementAsAt(placement: Placement, date: string): Placement | undefined {
  if (placement.referredOn > date) return undefined;
  const { endedOn, endReason, suspensions, ...rest } = placement;
  const ended = endedOn !== undefined && endReason !== undefined && endedOn <= date;
  const suspended = (suspensions ?? [])
    .filter(({ from }) => from <= date)
    .map(({ from, to }) => ({ from, to: to <= date ? to : OPEN_ENDED }));
  return {
    ...rest,
    ...(ended ? { endedOn, endReason } : {}),
    ...(suspended.length === 0 ? {} : { suspensions: suspended }),
  };
}

/** The lapse as known at the end of `date`, or undefined when it had not opened; one that ended later is open. */
export function lapseAsAt(lapse: Lapse, date: string): Lapse | undefined {
  if (lapse.openedOn > date) return undefined;
  const ended = lapse.returnedOn ?? lapse.closedOn;
  if (ended === undefined || ended <= date) return lapse;
  const { personRef, openedOn, source, substance } = lapse;
  return { personRef, openedOn, source, substance, outcome: 'open' };
}
