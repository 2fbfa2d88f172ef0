/** What a reader is told of a table of competing ends: which cells are hidden. Rows are causes, the last one open. */
export type HiddenCells = readonly (readonly boolean[])[];

/** Some of what ended between two times: of one cause or, `undefined`, of all. Times count 0, the start, 1, 2, …. */
export type Change = { readonly cause: number | undefined; readonly from: number; readonly to: number };

/** What a cause ended in one interval, in the sum of its row and in that of its day; `counts`: part of the change. */
type Arc = { readonly from: number; readonly to: number; amount: number; readonly counts: boolean };

const GROUND = 0;
const TOLERANCE = 1e-9;

/**
 * How wide the range is in which a reader of a table of competing ends must leave a change, as far as `enough`.
 *
 * `cumulative` has what each cause had ended by each reported day, and last what was open: on each day they add up
 * to the same total, and no cause ever takes back what it ended. So what each cause ended in each interval is at
 * least 0; two shown cells of a cause tell the sum of its intervals between them, two shown cells of what is open
 * the sum over all causes. Each interval of a cause is in one sum of either sort: a transportation problem, in which
 * amounts move round cycles, and a change is as large or as small as any flow makes it. Found by cancelling cycles of
 * gain, from the truth on. With censoring the values are estimates, not counts; they obey the same sums.
 *
 * Source: Klein M, Management Science 14 (1967) 205–220.
 */
export function deduceChange(
  cumulative: readonly (readonly number[])[],
  hidden: HiddenCells,
  change: Change,
  enough: number,
): number {
  const larger = movement(arcsOf(cumulative, hidden, change), 1, enough);
  return larger >= enough
    ? larger
    : larger + movement(arcsOf(cumulative, hidden, change), -1, enough - larger);
}

/** One arc for what a cause ended in an interval, from the sum of the cause to that of all; and what stayed open. */
function arcsOf(
  cumulative: readonly (readonly number[])[],
  hidden: HiddenCells,
  { cause, from, to }: Change,
): Arc[] {
  const causes = cumulative.length - 1;
  const days = cumulative[0]?.length ?? 0;
  /** The sum an interval is in, by the next shown cell of its row; without one the sum is free: the ground. */
  const sumOf = (row: number, interval: number): number => {
    const next = hidden[row]?.indexOf(false, interval) ?? -1;
    return next === -1 || next >= days ? GROUND : 1 + row * days + next;
  };
  const last = 1 + cumulative.length * days;
  const arcs: Arc[] = [];
  for (let interval = 0; interval < days; interval += 1) {
    const all = sumOf(causes, interval);
    for (let row = 0; row < causes; row += 1) {
      const value = (column: number): number => cumulative[row]?.[column] ?? 0;
      arcs.push({
        from: sumOf(row, interval),
        to: all === GROUND ? last : all,
        amount: value(interval) - (interval === 0 ? 0 : value(interval - 1)),
        counts: (cause === undefined || cause === row) && interval >= from && interval < to,
      });
    }
  }
  arcs.push({ from: GROUND, to: last, amount: cumulative[causes]?.[days - 1] ?? 0, counts: false });
  return arcs;
}

/** How far what counts can be moved in one direction, as far as `enough`. Moves the amounts. */
function movement(arcs: Arc[], direction: 1 | -1, enough: number): number {
  let moved = 0;
  // Each round takes at least one amount to nothing; more rounds than this only rounding errors can ask for.
  for (let round = 0; round < 100 && moved < enough; round += 1) {
    const cycle = gainingCycle(arcs, direction);
    if (cycle === undefined) break;
    const limits = cycle.filter(({ forward }) => !forward).map(({ arc }) => arc.amount);
    const by = Math.min(...limits);
    for (const { arc, forward } of cycle) {
      arc.amount += forward ? by : -by;
      if (arc.counts) moved += (forward ? by : -by) * direction;
    }
  }
  return moved;
}

type Step = { readonly arc: Arc; readonly forward: boolean };

/** A way round along which what counts grows in `direction` (Bellman–Ford); undefined when there is none. */
function gainingCycle(arcs: readonly Arc[], direction: 1 | -1): Step[] | undefined {
  const gain = new Map<number, number>();
  const cameBy = new Map<number, Step>();
  const nodes = new Set(arcs.flatMap(({ from, to }) => [from, to]));
  const improve = (step: Step): number | undefined => {
    const { arc, forward } = step;
    if (!forward && arc.amount <= TOLERANCE) return undefined;
    const [from, to] = forward ? [arc.from, arc.to] : [arc.to, arc.from];
    const by = (gain.get(from) ?? 0) + (arc.counts ? (forward ? direction : -direction) : 0);
    if (by <= (gain.get(to) ?? 0)) return undefined;
    gain.set(to, by);
    cameBy.set(to, step);
    return to;
  };
  let onCycle: number | undefined;
  for (let pass = 0; pass < nodes.size; pass += 1) {
    onCycle = undefined;
    for (const arc of arcs) {
      onCycle = improve({ arc, forward: true }) ?? onCycle;
      onCycle = improve({ arc, forward: false }) ?? onCycle;
    }
    if (onCycle === undefined) return undefined;
  }
  return onCycle === undefined ? undefined : cycleThrough(cameBy, onCycle, nodes.size);
}

function cycleThrough(cameBy: ReadonlyMap<number, Step>, reached: number, nodes: number): Step[] | undefined {
  const before = (node: number): number => {
    const step = cameBy.get(node);
    return step === undefined ? node : step.forward ? step.arc.from : step.arc.to;
  };
  let start = reached;
  for (let back = 0; back < nodes; back += 1) start = before(start);
  const cycle: Step[] = [];
  let node = start;
  do {
    const step = cameBy.get(node);
    if (step === undefined) return undefined;
    cycle.push(step);
    node = before(node);
  } while (node !== start);
  return cycle;
}
