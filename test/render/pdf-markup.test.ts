import { expect, test } from 'vitest';
import { writePdf } from '../../shared/render/pdf/write-pdf.ts';
import type { Report } from '../../shared/report/blocks.ts';
import { readPdf, squeeze } from './read-pdf.ts';

/** Markup that would be laid out without a complaint, were it read: only its signs would be missing. */
const texts: string[] = [];
const hostile = () => {
  const text = `*b${texts.length}* _i_ #emph[e] #1 // c`;
  texts.push(text);
  return text;
};
const rows = () => [
  [
    { kind: 'text' as const, text: hostile() },
    { kind: 'count' as const, value: 1 },
  ],
];

const report: Report = {
  ...{ title: 'Title', description: 'Description', kind: hostile(), name: hostile(), subtitle: hostile() },
  ...{ stamp: hostile(), coverage: hostile(), head: hostile(), corner: 'Corner', foot: hostile() },
  sections: [
    {
      id: 'all',
      title: hostile(),
      blocks: [
        { kind: 'heading', text: hostile() },
        ...(['question', 'answer', 'asked', 'finding', 'small', 'lead'] as const).map((role) => ({
          ...{ kind: 'paragraph' as const, text: hostile(), role },
        })),
        { kind: 'paragraph', text: hostile() },
        { kind: 'list', items: [hostile(), hostile()] },
        { kind: 'definitions', items: [{ term: hostile(), text: hostile() }] },
        { kind: 'tiles', items: [{ label: hostile(), cell: { kind: 'text', text: hostile() } }] },
        { kind: 'note', text: hostile() },
        {
          ...{ kind: 'headline', title: hostile(), figure: { kind: 'text', text: hostile() }, icons: [] },
          ...{ interval: hostile(), sentence: hostile(), target: hostile(), change: hostile() },
        },
        {
          ...{ kind: 'table', id: 'table', title: hostile(), notes: [] },
          columns: [{ title: hostile() }, { title: hostile(), numeric: true }],
          groups: [
            { label: hostile(), rows: rows() },
            { rows: rows(), sum: true },
          ],
        },
      ],
    },
    { id: 'next', title: hostile(), opens: true, blocks: [{ kind: 'note', text: hostile() }] },
  ],
};

test('a text is printed as it is, never read as markup, whatever it is part of', async () => {
  const { squeezed } = await readPdf(await writePdf(report, '2026-11-05T06:00:00.000Z'));
  expect(texts.length).toBeGreaterThan(30);
  expect(texts.filter((text) => !squeezed.includes(squeeze(text)))).toEqual([]);
});
