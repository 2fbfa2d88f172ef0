import type { RowName } from './trial-rows.ts';

/** Why a row is in no record, as docs/examples/ctn0094.md numbers and explains them. */
export const LEFT_OUT = {
  L1: 'visit that did not happen when no treatment was open',
  L2: 'visit without a day and without a word on what happened',
  L3: 'withdrawal rating: no field for it; read as a sign that somebody was seen',
  L4: 'detoxification: no record for it',
  L5: 'plan of a treatment: read for its weeks',
  L6: 'of somebody in no trial or at no site',
} as const;

export type LeftOutRule = keyof typeof LEFT_OUT;

export type LeftOut = { readonly row: RowName; readonly rule: LeftOutRule };
