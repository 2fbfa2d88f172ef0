import { RELIABLE_CHANGE } from './reliable-change.ts';

/** What the definition of a measure says of the thresholds it counts by. */
export const THRESHOLDS_IN_WORDS = [
  'Reliable change in days of use out of 28:',
  `${Object.entries(RELIABLE_CHANGE.days)
    .map(([substance, days]) => `${substance.replaceAll('-', ' ')} ${days}`)
    .join(', ')};`,
  'none is set for benzodiazepines and other substances, where only abstinence counts.',
  `Thresholds not verified (${RELIABLE_CHANGE.source}; set on ${RELIABLE_CHANGE.setOn}).`,
].join(' ');
