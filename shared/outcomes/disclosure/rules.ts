import type { OutcomeDocument } from '../document.ts';
import { hes7round5 } from './hes7round5.ts';
import { lt5 } from './lt5.ts';
import type { DisclosureRule } from './rule.ts';

/** Every rule that small numbers are withheld by, by the name it has in documents. */
export const rules = { lt5, hes7round5 } satisfies Record<OutcomeDocument['disclosure'], DisclosureRule>;
