import type { BlockRecord } from './block.ts';
import type { PlacementWeek } from './placement-weeks.ts';

/** A placement week, charged once. */
export type Charge = {
  readonly used: PlacementWeek;
  /** Undefined: on the spot. */
  readonly block: BlockRecord | undefined;
  /** The spot price of its Monday, or its part of the block's price. */
  readonly pence: number;
};
