import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnsOf } from '../../../shared/intake/rows/columns.ts';
import { readHeader } from '../../../shared/intake/rows/read-header.ts';
import { rowReader } from '../../../shared/intake/rows/read-row.ts';
import { type RecordTypeName, recordTypeNames, typeNamed } from '../../../shared/records/registry.ts';
import { aCrowd } from '../../support/crowd.ts';

it.each(recordTypeNames)('every field of a %s has a column', (type) => {
  const fields = new Set(columnsOf(type).map(({ field }) => field));
  expect([...fields]).toEqual(['id', ...Object.keys(typeNamed(type)!.schema.shape)]);
});

it('names the columns of what is in a list or dictionary after what it holds', () => {
  const names = (type: RecordTypeName) => columnsOf(type).map(({ name }) => name);
  expect(names('test')).toContain('results.powder-cocaine');
  expect(names('review')).toContain('daysUsed.opiates');
  expect(names('placement')).toContain('suspensions.20.to');
  expect(names('placement')).not.toContain('suspensions.21.to');
  expect(names('session')).toContain('family.1.relationship');
});

/** A value as it is typed; nothing where there is none. */
const asTyped = (value: unknown) => ((value ?? '') as string | number | boolean).toString();

/** The cells that say a record: what an export of it would be. */
function cellsOf(type: RecordTypeName, id: string, data: Record<string, unknown>) {
  return columnsOf(type).map(({ name, field, place }) => {
    const value = name === 'id' ? id : data[field];
    switch (place.in) {
      case 'field':
        return Array.isArray(value) ? value.join('; ') : asTyped(value);
      case 'key':
        return asTyped((value as Record<string, unknown>)[place.key]);
      case 'entry': {
        const entry = (value as Record<string, unknown>[] | undefined)?.find(
          (each) => each[place.names] === place.key,
        );
        const flags = place.flags.filter((flag) => entry?.[flag] === true);
        return entry === undefined ? '' : [entry[place.says], ...flags].join(' ');
      }
      case 'group':
        return asTyped((value as Record<string, unknown>[] | undefined)?.[place.number - 1]?.[place.part]);
    }
  });
}

it('a record of any kind is the same after it stood in a row', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
      const { people, unattached, reflections } = aCrowd(seed, 3);
      for (const records of [...people.map((person) => person.records), unattached, reflections]) {
        for (const { type, id, data } of records) {
          const header = readHeader(
            type,
            columnsOf(type).map(({ name }) => name),
          );
          const row = rowReader(type, header)(2, cellsOf(type, id, data));
          expect(row).toMatchObject({ id, unread: [] });
          const parsed = typeNamed(type)!.parse(id, row!.value);
          const sorted = (value: unknown) =>
            JSON.stringify(value, (key, within: unknown) =>
              key === 'results' && Array.isArray(within)
                ? (within as { substance: string }[]).toSorted((a, b) => (a.substance < b.substance ? -1 : 1))
                : within,
            );
          expect(JSON.parse(sorted(parsed.success && parsed.record.data))).toEqual(JSON.parse(sorted(data)));
        }
      }
    }),
    { numRuns: 30 },
  );
});
