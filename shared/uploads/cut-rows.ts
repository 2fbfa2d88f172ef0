/** Rows that stand together in a file: from one byte up to another. */
export type Span = {
  readonly start: number;
  readonly end: number;
  readonly firstRow: number;
  readonly rows: number;
  /** Whether a placement may be among them; only looked at in files that say the kind of each record. */
  readonly mayHoldPlacements: boolean;
};

/** Tells where rows end: calls back with the place after each end, counted in the bytes it was given last. */
export type RowEnds = (bytes: Uint8Array, onEnd: (place: number) => void) => void;

const MOST_ROWS = 20_000;
const MOST_BYTES = 32 * 1024 * 1024;

type Cut = {
  /** The place of the first byte in its file, and the number of the first row. */
  readonly start: number;
  readonly firstRow: number;
  readonly rowEnds: RowEnds;
  readonly most?: number | undefined;
};

/**
 * Cuts a file into spans of 20,000 rows at most, at the ends of rows, in one pass and holding nothing of it.
 *
 * @param source the file from `start` on
 */
export async function cutRows(source: AsyncIterable<Buffer>, cut: Cut): Promise<Span[]> {
  const { rowEnds, most = MOST_ROWS } = cut;
  const spans: Span[] = [];
  let [start, place, firstRow, rows, held] = [cut.start, cut.start, cut.firstRow, 0, false];
  let lastEnd = place;
  let last: Buffer = Buffer.alloc(0);
  const close = (end: number) => {
    spans.push({ start, end, firstRow, rows, mayHoldPlacements: held });
    [start, firstRow, rows] = [end, firstRow + rows, 0];
  };
  for await (const bytes of source) {
    const holds = mentionsPlacement(last, bytes);
    held ||= holds;
    rowEnds(bytes, (end) => {
      lastEnd = place + end;
      rows += 1;
      if (rows < most && lastEnd - start < MOST_BYTES) return;
      close(lastEnd);
      held = holds;
    });
    place += bytes.length;
    last = (bytes.length < LONGEST_MENTION ? Buffer.concat([last, bytes]) : bytes).subarray(-LONGEST_MENTION);
  }
  if (place > lastEnd) rows += 1;
  if (rows > 0) close(place);
  return spans;
}

const MENTIONS = ['"placement"', '\\u'];
const LONGEST_MENTION = 16;

/** Whether `"placement"` is in the text, or letters that may be it in disguise. */
function mentionsPlacement(last: Buffer, bytes: Buffer): boolean {
  const seam = Buffer.concat([last, bytes.subarray(0, LONGEST_MENTION)]);
  return MENTIONS.some((mention) => bytes.includes(mention) || seam.includes(mention));
}
