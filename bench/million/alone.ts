/** Of the prepared pages only the measures that the rivals compute, too. */
import { measures } from '../../shared/outcomes/measures/registry.ts';
import { computeMonth } from './compute-month.ts';
import { DIGESTED } from './digest.ts';

computeMonth({ measures: measures.filter(({ id }) => DIGESTED.has(id)) });
