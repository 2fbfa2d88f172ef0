/** Whole pence as pounds: `£9,541.80`. */
export const pounds = (pence: number): string =>
  (pence / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP' });
