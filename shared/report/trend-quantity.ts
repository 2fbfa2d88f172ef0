import type { Quantity } from './blocks.ts';
import type { MeasureResult } from '../outcomes/document.ts';
import { quantityOf } from './quantity.ts';

/** What the points over time are of: shares where units of one period each are compared, else as the headline. */
export const trendQuantity = (result: MeasureResult): Quantity =>
  result.cohort === undefined ? quantityOf(result) : 'share';
