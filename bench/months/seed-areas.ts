import { openStores, storeNames } from '../../local/stores.ts';
import { readDeployment } from '../../local/template/deployment.ts';
import { synthesizeTemplates } from '../../local/template/synthesize-templates.ts';
import { putItem } from '../../shared/store/dynamo.ts';
import { putEntry } from '../../shared/store/registries.ts';
import { itemsOf } from '../intake/written-alone.ts';
import { writeInBulk } from '../intake/written-in-bulk.ts';
import { areaCode, areaCrowd, areaProvider } from './area-crowd.ts';

const RECORDED_AT = new Date('2026-11-01T09:00:00Z');

/** The commissioner whose month cannot be computed. */
export const POISONED = 'poisoned';

/**
 * Registers areas and their providers in a data folder, and writes what is recorded of their people as it is stored, but
 * for the pointers by id, which no run reads. Nothing else may have the folder open.
 */
export async function seedAreas(folder: string, areas: readonly number[]): Promise<void> {
  const { table: tableKeys } = readDeployment(await synthesizeTemplates());
  const stores = await openStores({ folder, tableKeys, objectsPort: 0, onError: console.error });
  const table = { client: stores.table, name: storeNames.TABLE_NAME };
  const register = (registry: string, code: string) =>
    putEntry(table, registry, code, { name: `The ${code}` }, RECORDED_AT);
  try {
    for (const provider of new Set(areas.map(areaProvider))) await register('providers', provider);
    for (const area of areas) {
      await register('commissioners', areaCode(area));
      const whose = { provider: areaProvider(area), recordedAt: RECORDED_AT.toISOString() };
      const rows = areaCrowd(area).map(({ type, id, data }) => ({ type, id, value: data }));
      await writeInBulk(
        table,
        rows.map((row) => itemsOf(whose, row).item),
      );
    }
    await register('commissioners', POISONED);
    await putItem(table, placementWithoutDates());
  } finally {
    await stores.close();
  }
}

/** A placement of the poisoned commissioner as it is stored, whose dates were lost. */
function placementWithoutDates() {
  const whose = { provider: areaProvider(0), recordedAt: RECORDED_AT.toISOString() };
  const [placement] = areaCrowd(0);
  if (placement?.type !== 'placement') throw new Error('the crowd does not begin with a placement');
  const value = { ...placement.data, personRef: 'SU-999999', commissioner: POISONED };
  const { item } = itemsOf(whose, { type: 'placement', id: 'P-999999', value });
  return { ...item, data: { personRef: value.personRef, commissioner: POISONED } };
}
