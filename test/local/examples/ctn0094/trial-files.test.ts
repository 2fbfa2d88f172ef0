import { expect, test } from 'vitest';
import { firstPeople } from '../../../../local/examples/ctn0094/first-people.ts';
import { phasesOf } from '../../../../local/examples/ctn0094/phases.ts';
import { trialPeople } from '../../../../local/examples/ctn0094/trial-people.ts';
import { type TrialFiles, trialRows, trialSchemas } from '../../../../local/examples/ctn0094/trial-rows.ts';

const none: TrialFiles = {
  ...{ everybody: [], site_masked: [], demographics: [], randomization: [], visit: [] },
  ...{ uds: [], withdrawal: [], detox: [], meta_study_length: [] },
};

const plan = trialRows(
  'meta_study_length',
  trialSchemas.meta_study_length,
  `project,treatment,phase,stage,weeks,description
27,Methadone,1,1,24,Treatment
30,Outpatient BUP + EMM,1,1,2,Buprenorphine-naloxone stabilization
30,Outpatient BUP + EMM,1,2,2,Taper
30,Outpatient BUP + EMM,1,3,8,Post-medication follow-up
30,Outpatient BUP + SMM,2,1,12,Buprenorphine-naloxone treatment
30,Outpatient BUP + SMM,2,2,4,Taper
30,Outpatient BUP + SMM,2,3,8,Post-medication follow-up
`,
);

test('names a row by its line in the file and reads a day or none, a reason or none', () => {
  const csv = `who,visit,what,when,is_no_show,is_in_jail,is_in_hospital,is_illness,is_moved,is_left_study,is_missing_14_consecutive
3,WK1,visit,-2,,,,,,,
3,WK2,no visit,,,,,,1,,
`;
  expect(trialRows('visit', trialSchemas.visit, csv)).toMatchObject([
    { row: 'visit.csv:2', who: 3, when: -2, is_moved: false },
    { row: 'visit.csv:3', who: 3, when: undefined, what: 'no visit', is_moved: true },
  ]);
});

test('refuses a cell that the trials do not have', () => {
  expect(() => trialRows('uds', trialSchemas.uds, 'who,what,when\n3,Tea,1\n')).toThrow();
});

test('takes a second randomisation of CTN-0027 as the first repeated', () => {
  const csv = 'who,treatment,which,when\n10,Methadone,1,19\n10,Methadone,2,19\n';
  expect(phasesOf(trialRows('randomization', trialSchemas.randomization, csv), '27', plan)).toEqual([
    {
      ...{ number: '1', treatment: 'Methadone', startDay: 19, plannedEndDay: 187, medicatedToDay: 187 },
      rows: ['randomization.csv:2', 'randomization.csv:3'],
    },
  ]);
});

test('takes a second randomisation of CTN-0030 as a second phase, each with follow-up after medication', () => {
  const csv = 'who,treatment,which,when\n2,Outpatient BUP + SMM,2,50\n2,Outpatient BUP + EMM,1,7\n';
  expect(phasesOf(trialRows('randomization', trialSchemas.randomization, csv), '30', plan)).toMatchObject([
    { number: '1', startDay: 7, medicatedToDay: 7 + 4 * 7, plannedEndDay: 7 + 12 * 7 },
    { number: '2', startDay: 50, medicatedToDay: 50 + 16 * 7, plannedEndDay: 50 + 24 * 7 },
  ]);
});

const everybody = trialRows('everybody', trialSchemas.everybody, 'who,project\n20,27\n9,51\n10,30\n');

test('takes the first people by number, not by line', () => {
  const first = firstPeople({ ...none, everybody, detox: [{ who: 20, row: 'detox.csv:2' }] }, 2);
  expect(first.everybody.map(({ who }) => who)).toEqual([9, 10]);
  expect(first.detox).toEqual([]);
});

test('hands back the rows of somebody who is in no trial or at no site', () => {
  const site = trialRows('site_masked', trialSchemas.site_masked, 'who,site_masked\n9,1\n20,2\n77,3\n');
  const { people, nobodys } = trialPeople({ ...none, everybody, site_masked: site });
  expect(people.map(({ who }) => who)).toEqual([9, 20]);
  expect(nobodys).toEqual(['everybody.csv:4', 'site_masked.csv:4']);
});
