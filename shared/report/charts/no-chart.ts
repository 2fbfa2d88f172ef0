import { reasonOf } from '../absence.ts';
import type { Block } from '../blocks.ts';
import type { Absent } from '../cells.ts';

/** The sentence that stands where a drawing would. */
export const noChart = (absences: readonly Absent[]): Block => ({
  kind: 'note',
  text: `There is no chart: ${[...new Set(absences.map(reasonOf))].join('; ') || 'nothing is reported'}.`,
});
