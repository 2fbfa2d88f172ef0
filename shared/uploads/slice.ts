import * as z from 'zod';

/**
 * A piece of an upload that one message of the queue is about: bytes of the file, or of the rows that a workbook's
 * sheet was written down as.
 */
export const sliceSchema = z.object({
  /** Its turn and number: `1-00001` is worked through before any of `2-…` is begun. */
  name: z.string().regex(/^[12]-\d{5}$/),
  /** Which of its records are taken in: of a file of all kinds placements go first, since others are checked by them. */
  only: z.enum(['all', 'placements', 'others']),
  key: z.string(),
  start: z.int(),
  end: z.int(),
  /** The number of its first row in the sender's file. */
  firstRow: z.int(),
  /** The kind of its records, where all are of one. */
  type: z.string().optional(),
});

export type Slice = z.infer<typeof sliceSchema>;

/** The name of a slice by its turn and its number among those of that turn. */
export const sliceName = (turn: 1 | 2, number: number) => `${turn}-${String(number).padStart(5, '0')}`;
