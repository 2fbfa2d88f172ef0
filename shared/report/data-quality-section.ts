import type { OutcomeDocument, UnusualVolume } from '../outcomes/document.ts';
import type { Block, Section } from './blocks.ts';
import { monthInWords } from './calendar.ts';
import { compactBlocks } from './compact-blocks.ts';
import type { Measured } from './measured.ts';
import { dataQuality } from './sections/data-quality.ts';

/** Whether a measure is that of the records themselves, which has this section and is not among the others. */
export const isDataQuality = ({ words }: Measured): boolean => words.id === dataQuality.id;

/** How complete the records are, and whose are far from usual in number; nothing of documents that tell neither. */
export function dataQualitySection(document: OutcomeDocument, measures: readonly Measured[]): Section[] {
  const quality = measures.filter(isDataQuality);
  const blocks: Block[] = [...quality.flatMap(compactBlocks), ...volumeBlocks(document)];
  return blocks.length === 0 ? [] : [{ id: 'data-quality', title: 'Data quality', blocks }];
}

function volumeBlocks(document: OutcomeDocument): Block[] {
  const { volumes = [] } = document;
  if (volumes.length === 0) return [];
  return [
    { kind: 'heading', text: 'Numbers of records far from usual' },
    {
      kind: 'paragraph',
      text: 'Usual is the median of the up to six months before. Where few people are behind it, it is not told. A figure that moved may have moved for this reason.',
    },
    { kind: 'list', items: volumes.map((volume) => volumeInWords(volume, document)) },
  ];
}

const COMPARED: Readonly<Record<UnusualVolume['found'], string>> = {
  none: 'no',
  half: 'at most half the usual number of',
  double: 'at least twice the usual number of',
};

const PLURALS: Readonly<Record<UnusualVolume['type'], string>> = {
  placement: 'referrals',
  session: 'sessions',
  test: 'tests',
  lapse: 'lapses',
  milestone: 'milestones',
  review: 'reviews',
  reflection: 'reflections',
};

function volumeInWords({ provider, type, found }: UnusualVolume, document: OutcomeDocument): string {
  const name = document.providers?.[provider] ?? provider;
  const usually = found === 'none' ? ', where there usually are some' : '';
  return `${name}: ${COMPARED[found]} ${PLURALS[type]} in ${monthInWords(document.month)}${usually}.`;
}
