/** Whether both dates are known and the first is earlier. */
export function isBefore(date: string | undefined, other: string | undefined): boolean {
  return date !== undefined && other !== undefined && date < other;
}

/** Whether a list is known and names something twice. */
export function hasRepeats(values: readonly string[] | undefined): boolean {
  return values !== undefined && new Set(values).size < values.length;
}
