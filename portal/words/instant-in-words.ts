const DATE = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' } as const;
const TIME = { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: 'Europe/London' } as const;

/** An instant by London's clock: `5 November 2026 at 6:01am`. */
export function instantInWords(instant: string): string {
  const at = new Date(instant);
  const time = at.toLocaleTimeString('en-GB', TIME).replace(/\s/g, '').toLowerCase();
  return `${dateInWords(instant)} at ${time}`;
}

/** A date, or the London date of an instant: `5 November 2026`. */
export const dateInWords = (instant: string): string => new Date(instant).toLocaleDateString('en-GB', DATE);
