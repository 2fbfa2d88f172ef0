import { expect, test } from 'vitest';
import { mapPerson } from '../../../../local/examples/ctn0094/map-person.ts';
import { rejectionCounts, rejectionsCsv } from '../../../../local/examples/ctn0094/rejections.ts';
import { aPerson, aVisit } from './a-person.ts';

const [placement, session] = mapPerson(aPerson({ phases: [], visits: [aVisit(7, -1), aVisit(8, -1)] })).made;
const answered = [
  {
    made: placement!,
    answer: {
      outcome: 'rejected' as const,
      errors: [
        { field: 'startsOn', code: 'invalid-date', message: 'send a date, please' },
        { field: 'plannedEndOn', code: 'invalid-date', message: 'send a date, please' },
      ],
    },
  },
  { made: session!, answer: { outcome: 'created' as const } },
  {
    made: session!,
    answer: {
      outcome: 'rejected' as const,
      errors: [{ field: 'startsAt', code: 'before-placement', message: 'too early' }],
    },
  },
];

test('lists every problem with the rows it comes from, and nothing of what they say', () => {
  expect(rejectionsCsv(answered)).toBe(`rows,type,field,code,message
everybody.csv:3 site_masked.csv:11 demographics.csv:11,placement,startsOn,invalid-date,"send a date, please"
everybody.csv:3 site_masked.csv:11 demographics.csv:11,placement,plannedEndOn,invalid-date,"send a date, please"
visit.csv:7 visit.csv:8,session,startsAt,before-placement,too early
`);
});

test('counts problems by kind, field and code', () => {
  expect(rejectionCounts(answered)).toEqual([
    '      1  placement   plannedEndOn    invalid-date',
    '      1  placement   startsOn        invalid-date',
    '      1  session     startsAt        before-placement',
  ]);
});
