import { expect, test } from 'vitest';
import { clinicRecords } from '../../../../local/examples/addicts/clinic-records.ts';
import { readClinicRows } from '../../../../local/examples/addicts/clinic-rows.ts';
import { typeNamed } from '../../../../shared/records/registry.ts';

const csv = 'id,clinic,prison,dose,time,event\n1,1,0,50,428,1\n203,2,1,60,30,0\n';

test('reads what is mapped and leaves prison and dose behind', () => {
  expect(readClinicRows(csv)).toEqual([
    { id: 1, clinic: '1', time: 428, event: '1' },
    { id: 203, clinic: '2', time: 30, event: '0' },
  ]);
});

test('refuses a row that is not of this study', () => {
  expect(() => readClinicRows('id,clinic,time,event\n1,3,10,1\n')).toThrow();
  expect(() => readClinicRows('id,clinic,time,event\n1,1,10,2\n')).toThrow();
  expect(() => readClinicRows('id,clinic,time\n1,1,10\n')).toThrow();
});

test('makes a departure an unplanned end, time days after day 0', () => {
  expect(clinicRecords({ id: 1, clinic: '1', time: 30, event: '1' })[0]).toMatchObject({
    type: 'placement',
    personRef: 'C1-001',
    startsOn: '2022-11-01',
    endedOn: '2022-12-01',
    endReason: 'left',
    goal: 'abstinence',
  });
});

test('makes somebody still there a transfer, so that they are censored on their date', () => {
  expect(clinicRecords({ id: 203, clinic: '2', time: 365, event: '0' })[0]).toMatchObject({
    personRef: 'C2-203',
    endedOn: '2023-11-01',
    endReason: 'transferred',
  });
});

test('gives everybody one attended one-to-one on the day of their start', () => {
  expect(clinicRecords({ id: 1, clinic: '1', time: 30, event: '1' })[1]).toMatchObject({
    type: 'session',
    personRef: 'C1-001',
    kind: 'one-to-one',
    startsAt: '2022-11-01T09:00:00Z',
    attendance: 'attended',
  });
});

test('makes records that intake accepts', () => {
  const records = readClinicRows(csv).flatMap(clinicRecords);
  expect(records).toHaveLength(4);
  for (const { type, id, ...data } of records)
    expect(typeNamed(type)!.parse(id, data)).toMatchObject({ success: true });
});
