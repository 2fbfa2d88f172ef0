import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ApiClient } from '../api-client.ts';

/**
 * Saves every file of the latest revision of a pack under `folder/<commissioner>/<month>/r<revision>/`.
 *
 * @returns that last folder
 */
export async function downloadPack(
  operator: Pick<ApiClient, 'getPack' | 'downloadFile'>,
  commissioner: string,
  month: string,
  folder: string,
): Promise<string> {
  const { revisions } = await operator.getPack(commissioner, month);
  const latest = revisions.toSorted((a, b) => a.revision - b.revision).at(-1);
  if (latest === undefined) throw new Error(`${commissioner} has no pack of ${month}`);
  const into = path.join(folder, commissioner, month, `r${latest.revision}`);
  await mkdir(into, { recursive: true });
  for (const name of latest.files) {
    const file = await operator.downloadFile(commissioner, month, name, latest.revision);
    await writeFile(path.join(into, name), file);
  }
  return into;
}
