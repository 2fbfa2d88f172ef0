/**
 * The step that a step function stands on at `time`: the last whose own time is not after it, or undefined before
 * the first. `steps` ascend by time. Binary search.
 */
export function stepAt<Step extends { readonly time: number }>(
  steps: readonly Step[],
  time: number,
): Step | undefined {
  let from = 0;
  let to = steps.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const step = steps[middle];
    if (step !== undefined && step.time <= time) from = middle + 1;
    else to = middle;
  }
  return steps[from - 1];
}
