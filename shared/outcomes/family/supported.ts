import { FAMILY_WORKSHOP_TOPICS } from '../../records/session.ts';
import type { ComputedFigure, Counted } from '../computed.ts';
import { countedFigure } from '../figures/count-figure.ts';
import type { Attendance } from './attendance.ts';

/** A family member with what they attended in the month. */
export type Supported = { readonly who: string; readonly inMonth: readonly Attendance[] };

/** The kinds of session that are for family; what family attends beyond them is `other`. */
export const FAMILY_KINDS = [
  'family-group',
  'family-one-to-one',
  'carer-group',
  'joint-group',
  'family-workshop',
] as const;

/** What was done for families in the month: attendances and groups by kind, and the workshop topics. */
export function supportFigures(members: readonly Supported[]): Record<string, ComputedFigure> {
  const attended = (passes: (attendance: Attendance) => boolean) =>
    members.flatMap(({ who, inMonth }) => inMonth.filter(passes).map(({ group }) => ({ who, group })));
  const people = (some: readonly { readonly who: string }[]) => new Set(some.map(({ who }) => who)).size;
  const figures: [string, Counted][] = [...FAMILY_KINDS, 'other' as const].flatMap((kind) => {
    const some = attended((one) => kindOf(one) === kind);
    const attendances = { count: some.length, people: people(some) };
    const groups = { count: new Set(some.map(({ group }) => group)).size, people: people(some) };
    const isGroup = kind !== 'family-one-to-one' && kind !== 'other';
    return [
      [`attendances-${kind}`, attendances],
      ...(isGroup ? [[`groups-${kind}`, groups] satisfies [string, Counted]] : []),
    ];
  });
  const topics = FAMILY_WORKSHOP_TOPICS.map((topic): [string, Counted] => {
    const some = people(attended((one) => one.topics.includes(topic)));
    return [`topic-${topic}`, { count: some, people: some }];
  });
  return Object.fromEntries([...figures, ...topics].map(([name, counted]) => [name, countedFigure(counted)]));
}

function kindOf({ kind }: Attendance): (typeof FAMILY_KINDS)[number] | 'other' {
  return FAMILY_KINDS.find((one) => one === kind) ?? 'other';
}
