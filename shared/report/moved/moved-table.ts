import type { OutcomeDocument } from '../../outcomes/document.ts';
import type { Cell, Table } from '../blocks.ts';
import { categoryLabel } from '../category-label.ts';
import { text } from '../cells.ts';
import { lowered } from '../first-letter.ts';
import { labelOf } from '../labels.ts';
import { UNITS } from '../together/units.ts';
import { detailOf, quantityOfUnit } from '../value-cells.ts';
import { movedCells } from './moved-cells.ts';
import { type Method, type MovedFigure, movedFigures } from './moved-figures.ts';
import { movedTitle } from './moved-section.ts';
import { type MovedValue, movedValues } from './moved-values.ts';

const PARTS: Record<MovedFigure['part'], string> = {
  headline: 'Headline',
  sensitivity: 'Counted differently',
  beside: 'Beside the headline',
  split: 'By group',
  cohort: 'Compared over time and between providers',
};

const METHODS: Record<Method, string> = {
  'as-issued': 'as issued',
  revised: 'another revision',
  new: 'new measure',
  gone: 'no longer part',
};

/** Every number that moved since the issue before, one a row, for the workbook; none where nothing moved. */
export function movedTable(document: OutcomeDocument): Table[] {
  const { moved } = document;
  const rows = movedFigures(document).flatMap((figure) =>
    movedValues(figure).map((value): Cell[] => [
      text(figure.title),
      text(PARTS[figure.part]),
      text(figureLabel(document, figure) + detailIn(figure, value)),
      ...movedCells(value.issued),
      ...movedCells(value.now),
      text(UNITS[quantityOfUnit(value.of.unit)]),
      text(METHODS[figure.method]),
    ]),
  );
  if (moved === undefined || rows.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'Moved',
      title: movedTitle(moved),
      columns: [
        { title: 'Measure' },
        { title: 'Part' },
        { title: 'Figure' },
        { title: 'Issued', numeric: true },
        { title: 'It rested on' },
        { title: 'Now', numeric: true },
        { title: 'It rests on' },
        { title: 'Unit' },
        { title: 'Definition' },
      ],
      groups: [{ rows }],
      notes: ['own-services'],
    },
  ];
}

/** What a figure is called on its own. */
function figureLabel({ providers }: OutcomeDocument, { measure, part, name, category }: MovedFigure): string {
  switch (part) {
    case 'headline':
      return 'Headline';
    case 'sensitivity':
    case 'beside':
      return labelOf(name, measure);
    case 'split': {
      const group = categoryLabel(category, name, providers);
      return `${labelOf(name)}: ${name === 'provider' ? group : lowered(group)}`;
    }
    case 'cohort':
      return name === 'provider'
        ? `Provider: ${categoryLabel(category, 'provider', providers)}`
        : (COHORTS[name] ?? labelOf(name));
  }
}

const COHORTS: Record<string, string> = {
  point: 'The period’s own units',
  matured: 'The units of all months together',
};

const detailIn = ({ measure, part, name }: MovedFigure, { kind, of }: MovedValue): string =>
  detailOf(of, kind, part === 'beside' ? `${measure}.${name}` : measure);
