import { expect, test } from 'vitest';
import { reportOf } from '../../shared/report/report.ts';
import { documentOf } from '../support/compute.ts';
import { anOutcomeDocument } from '../support/outcome-document.ts';
import { aPerson, aPlacement, aSession } from '../support/records.ts';

const sectionOf = (document: ReturnType<typeof documentOf>) =>
  reportOf(document).sections.find(({ id }) => id === 'data-quality');

const people = Array.from({ length: 6 }, (_, i) =>
  aPerson(
    aPlacement({ personRef: `P${i}`, startsOn: '2026-10-19', plannedEndOn: '2026-12-31' }),
    aSession({ personRef: `P${i}`, on: '2026-10-20' }),
  ),
);

test('a pack has a section of data quality, which is not among the other measures', () => {
  const document = documentOf({ people });
  const texts = sectionOf(document)?.blocks.map((block) => ('text' in block ? block.text : block.kind));
  expect(texts?.slice(0, 3)).toEqual([
    'Records with nothing to correct',
    'How complete are the records that these figures are made of?',
    'All 6 people in treatment in the month have records with nothing to correct [u].',
  ]);
  const further = reportOf(document).sections.find(({ id }) => id === 'further');
  expect(JSON.stringify(further)).not.toContain('nothing to correct');
});

test('says by name whose records are far from usual in number', () => {
  const volumes = [
    { provider: 'janus-enterprise', type: 'session', found: 'half' },
    { provider: 'harbour-house', type: 'placement', found: 'none' },
    { provider: 'other', type: 'test', found: 'double' },
  ] as const;
  expect(sectionOf(anOutcomeDocument({ volumes: [...volumes] }))?.blocks.at(-1)).toEqual({
    kind: 'list',
    items: [
      'Janus Enterprise: at most half the usual number of sessions in October 2026.',
      'Harbour House: no referrals in October 2026, where there usually are some.',
      'other: at least twice the usual number of tests in October 2026.',
    ],
  });
});

test('older documents, which tell neither, have no such section', () => {
  expect(sectionOf(anOutcomeDocument())).toBeUndefined();
});
