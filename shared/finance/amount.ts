/** Weeks and what they are worth, in whole pence. Negative where something is taken back. */
export type Amount = { readonly weeks: number; readonly pence: number };

export const NOTHING: Amount = { weeks: 0, pence: 0 };

/** The sum of amounts. */
export function total(amounts: readonly Amount[]): Amount {
  let weeks = 0;
  let pence = 0;
  for (const amount of amounts) {
    weeks += amount.weeks;
    pence += amount.pence;
  }
  return { weeks, pence };
}

/** The first amount less the second. */
export function less(amount: Amount, other: Amount): Amount {
  return { weeks: amount.weeks - other.weeks, pence: amount.pence - other.pence };
}

/** Whether there is neither a week nor a penny in it. */
export function isNothing({ weeks, pence }: Amount): boolean {
  return weeks === 0 && pence === 0;
}
