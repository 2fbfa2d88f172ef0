/** The kinds of record, as they are sent, and how many of them are called. */
export const recordTypes = {
  placement: 'Placements',
  session: 'Sessions',
  test: 'Tests',
  lapse: 'Lapses',
  milestone: 'Milestones',
  review: 'Reviews',
  reflection: 'Reflections',
} as const;

export type RecordType = keyof typeof recordTypes;

export const recordTypeNames = Object.keys(recordTypes).filter((name): name is RecordType =>
  Object.hasOwn(recordTypes, name),
);
