import type { ApiClient } from '../api-client.ts';
import type { Progress } from './progress.ts';

/** Runs the months one after another, since each pack's trend reads the packs issued before it. */
export async function runMonths(
  operator: Pick<ApiClient, 'startRun' | 'waitForRun'>,
  months: readonly string[],
  progress: Progress,
): Promise<void> {
  for (const month of months) {
    const { state, commissioners } = await operator.waitForRun(await operator.startRun({ month }));
    if (state === 'failed') {
      const each = commissioners
        .map(({ commissioner, status }) => `${commissioner} ${status ?? 'not run'}`)
        .join(', ');
      throw new Error(`the run of ${month} failed (${each || 'before any commissioner'})`);
    }
    progress.advance(1);
  }
}
