import type { RecordData } from '../../../shared/records/registry.ts';
import type { Made } from './made.ts';
import type { Stay } from './stays.ts';
import { trialDate } from './trial-calendar.ts';
import type { TrialPerson } from './trial-people.ts';
import type { RowName } from './trial-rows.ts';

type Placement = RecordData['placement'];

/** The trial as the one that pays. */
export function trialCommissioner(project: TrialPerson['project']): { code: string; name: string } {
  return { code: `ctn-00${project}`, name: `Trial CTN-00${project}` };
}

/** A person's reference: their trial and number, `C27-0010`. */
export function trialPersonRef({ project, who }: Pick<TrialPerson, 'project' | 'who'>): string {
  return `C${project}-${String(who).padStart(4, '0')}`;
}

/**
 * A placement for every phase that somebody was randomised to. Who never was has consented and been referred, but has
 * no start: their placement is sent as it is, without one.
 */
export function placementRecords(person: TrialPerson, stays: readonly Stay[]): Made[] {
  const { who, rows } = person;
  const [first, ...more] = rows;
  if (first === undefined) return [];
  if (stays.length === 0) return [made(person, '1', { referredDay: 0 }, {}, [first, ...more])];
  return stays.flatMap(({ number, startDay, plannedEndDay, endDay, endReason, rows: own, told }, index) => {
    const [source, ...merged] = index === 0 ? [first, ...more, ...own, ...told] : [...own, ...told];
    if (source === undefined) return [];
    const days = { referredDay: index === 0 ? 0 : startDay, startDay, plannedEndDay };
    return [made(person, number, days, { endedOn: trialDate(who, endDay), endReason }, [source, ...merged])];
  });
}

function made(
  person: TrialPerson,
  number: string,
  days: { referredDay: number; startDay?: number; plannedEndDay?: number },
  end: Pick<Placement, 'endedOn' | 'endReason'>,
  rows: readonly [RowName, ...RowName[]],
): Made {
  const { who, project, age, isMale } = person;
  const personRef = trialPersonRef(person);
  return {
    record: {
      type: 'placement',
      id: `${personRef}-P${number}`,
      personRef,
      commissioner: trialCommissioner(project).code,
      service: 'day-programme',
      referredOn: trialDate(who, days.referredDay),
      startsOn: trialDate(who, days.startDay),
      plannedEndOn: trialDate(who, days.plannedEndDay),
      ...end,
      funding: 'spot',
      goal: 'abstinence',
      substances: ['opiates'],
      sex: SEXES[isMale],
      ...ageBand(age),
    },
    rows,
  };
}

const SEXES = { Yes: 'male', No: 'female', '': 'not-stated' } as const;

const BANDS = [
  { from: 65, ageBand: '65+' },
  { from: 55, ageBand: '55-64' },
  { from: 45, ageBand: '45-54' },
  { from: 35, ageBand: '35-44' },
  { from: 25, ageBand: '25-34' },
  { from: 18, ageBand: '18-24' },
] as const;

function ageBand(age: number | undefined): Pick<Placement, 'ageBand'> {
  const band = BANDS.find(({ from }) => age !== undefined && age >= from);
  return band === undefined ? {} : { ageBand: band.ageBand };
}
