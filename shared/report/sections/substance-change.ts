import type { MeasureWords } from '../measure-words.ts';
import { SUBSTANCE_NAMES } from '../substance-names.ts';

const SUBSTANCES = {
  ...SUBSTANCE_NAMES,
  other: 'Other substances',
};

const FIGURES = {
  'used-at-start': 'used at the start',
  abstinent: 'abstinent',
  improved: 'improved',
  unchanged: 'unchanged',
  deteriorated: 'deteriorated',
  'share-abstinent': 'share abstinent',
  'share-abstinent-or-improved': 'share abstinent or improved',
};

export const substanceChange: MeasureWords = {
  id: 'substance-change',
  sheet: 'Substances',
  what: 'are used no longer, or reliably less',
  unit: ['substance used at the start', 'substances used at the start'],
  axis: 'Substances used no longer, or reliably less',
  labels: {
    'used-at-start': 'All substances: used at the start',
    abstinent: 'All substances: abstinent',
    improved: 'All substances: improved',
    unchanged: 'All substances: unchanged',
    deteriorated: 'All substances: deteriorated',
    'initiated-use': 'Substances not used at the start and used later',
    ...Object.fromEntries(
      Object.entries(SUBSTANCES).flatMap(([substance, name]) =>
        Object.entries(FIGURES).map(([figure, words]) => [`${substance}-${figure}`, `${name}: ${words}`]),
      ),
    ),
  },
};
