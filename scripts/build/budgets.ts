/** What Lambda takes of a function at most, unpacked and with its layers: 250 MB, in bytes. */
export const LAMBDA_MOST = 250 * 1024 * 1024;

/** What a start of most functions reads at most, in kB of minified code: the SDK, the schemas and a task of its own. */
const USUAL = 700;

/**
 * The same of functions that everybody waits for, and of those that compute or write documents. Every 100 kB of code is
 * about 6 ms of a start.
 */
const budgets: Readonly<Record<string, number>> = {
  'submit-record': 430,
  'submit-batch': 440,
  'compute-outcomes': 900,
  'enforce-retention': 850,
  'process-upload': 900,
  'reconcile-blocks': 800,
  'make-referrer-report': 1300,
  'render-pack': 1800,
  'render-statements': 1700,
};

/** What a start of a function may read at most, in kB (1,000 bytes) of minified code. */
export function budgetOf(name: string): number {
  return budgets[name] ?? USUAL;
}
