import { formatPercent } from '../../../render/format.ts';
import { failed, type GateCheck, passed, warned } from '../gate-check.ts';

/** The share of people in treatment whose records have nothing to correct, below which a pack needs a commentary. */
const WARNED_BELOW = 0.8;

/** Below this, figures say more about the records than about the people: the pack is not released. */
const FAILED_BELOW = 0.5;

const TODO = 'The providers find what to correct under GET /v1/data-quality';

/** The records are good enough for figures to be made of them, by the measure `data-quality`. */
export const dataQuality: GateCheck = {
  id: 'data-quality',
  check: ({ document }) => {
    const figure = document?.measures['data-quality'];
    if (figure?.kind !== 'proportion')
      return failed('The pack has no figure of data quality. Run the month again.');
    if (figure.state === 'suppressed')
      return passed(
        'The data quality is withheld, as few people are behind it, so it is not judged here; the providers have their lists.',
      );
    if (figure.state === 'unavailable')
      return passed('Nobody was in treatment in the month, so there are no records to judge.');
    const share = `Of people in treatment ${formatPercent(figure.value)} have records with nothing to correct`;
    if (figure.value < FAILED_BELOW)
      return failed(
        `${share}; at least ${formatPercent(FAILED_BELOW)} is needed. ${TODO}; then run the month again.`,
      );
    return figure.value < WARNED_BELOW
      ? warned(
          `${share}, less than ${formatPercent(WARNED_BELOW)}. ${TODO}; say in the commentary what it means for the figures.`,
        )
      : passed(`${share}.`);
  },
};
