import { apiClient } from '../../api-client.ts';
import type { ApiClient } from '../../api-client.ts';
import { submitInBatches } from '../../demo/batches.ts';
import type { Progress } from '../../demo/progress.ts';
import { clinicProvider, clinicRecords, studyCommissioner } from './clinic-records.ts';
import type { ClinicRow } from './clinic-rows.ts';

/** Registers the study's commissioner and its two clinics and submits everybody, each clinic under its own token. */
export async function submitStudy(
  where: { readonly baseUrl: string; readonly tokenUrl: string },
  operator: ApiClient,
  rows: readonly ClinicRow[],
  progress: Progress,
): Promise<{ readonly accepted: number; readonly refused: number }> {
  await operator.putRegistry('commissioners', studyCommissioner.code, { name: studyCommissioner.name });
  let accepted = 0;
  let refused = 0;
  for (const clinic of ['1', '2'] as const) {
    const { code, name } = clinicProvider(clinic);
    await operator.putRegistry('providers', code, { name });
    const client = apiClient(
      where,
      await operator.putClient(code, { provider: code, scopes: ['records/write'] }),
    );
    const records = rows.filter((row) => row.clinic === clinic).flatMap(clinicRecords);
    for (const type of ['placement', 'session'] as const) {
      const ofType = records.filter((record) => record.type === type);
      const answer = await submitInBatches(client, ofType, (sent) => progress.advance(sent));
      accepted += answer.accepted;
      refused += answer.refused;
    }
  }
  return { accepted, refused };
}
