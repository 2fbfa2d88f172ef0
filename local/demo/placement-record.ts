import { dateOfDay } from '../../shared/records/london.ts';
import type { Placement } from '../../shared/records/placement.ts';
import type { SentRecord } from '../api-client.ts';
import { blocksProvider } from './services.ts';
import type { Profile } from './profile.ts';

/** A placement of a person, as a record. */
export function placementRecord(
  profile: Profile,
  id: string,
  stay: {
    readonly service: Placement['service'];
    readonly referredDay: number;
    readonly startDay: number;
    readonly plannedEndDay: number;
    readonly endDay: number;
    readonly endReason: NonNullable<Placement['endReason']>;
    readonly suspensions?: NonNullable<Placement['suspensions']>;
  },
): Extract<SentRecord, { type: 'placement' }> {
  const { commissioner, children, reportAgreement, intervention } = profile;
  const isSoldInBlocks = profile.provider.code === blocksProvider.code && stay.service === 'day-programme';
  const onBlock = profile.onBlock && isSoldInBlocks;
  return {
    type: 'placement',
    id,
    personRef: profile.personRef,
    commissioner: commissioner.code,
    service: stay.service,
    referredOn: dateOfDay(stay.referredDay),
    startsOn: dateOfDay(stay.startDay),
    plannedEndOn: dateOfDay(stay.plannedEndDay),
    endedOn: dateOfDay(stay.endDay),
    endReason: stay.endReason,
    ...(onBlock ? { funding: 'block', block: commissioner.block.id } : { funding: 'spot' }),
    goal: profile.goal,
    ...(intervention === undefined ? {} : { intervention }),
    substances: profile.substances,
    sex: profile.sex,
    ageBand: profile.ageBand,
    children,
    ...(reportAgreement === undefined ? {} : { referrer: commissioner.referrer, reportAgreement }),
    ...(stay.suspensions === undefined ? {} : { suspensions: stay.suspensions }),
  };
}
