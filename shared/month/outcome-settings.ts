import type { OutcomeSettings } from '../outcomes/compute.ts';
import { AppError } from '../platform/errors.ts';
import { registries } from '../records/registries.ts';
import type { Table } from '../store/dynamo.ts';
import { readEntries, readEntry } from '../store/registries.ts';

/**
 * For whom and by what a commissioner's month is computed: name, disclosure rule, targets, names of providers.
 *
 * @throws AppError 404 `unknown-commissioner`
 */
export async function readOutcomeSettings(
  table: Table,
  { commissioner: code, month }: { readonly commissioner: string; readonly month: string },
): Promise<Required<Omit<OutcomeSettings, 'measures'>>> {
  const entry = await readEntry(table, 'commissioners', code);
  if (entry === undefined)
    throw new AppError(404, 'unknown-commissioner', 'No such commissioner is registered.');
  const { name, disclosure } = registries.commissioners.parse(entry.data);
  const targets = (await readEntries(table, 'targets'))
    .map(({ data }) => registries.targets.parse(data))
    .filter(({ commissioner }) => commissioner === code);
  const providers = Object.fromEntries(
    (await readEntries(table, 'providers')).map(({ id, data }) => [
      id,
      registries.providers.parse(data).name,
    ]),
  );
  return { commissioner: { code, name, disclosure }, month, targets, providers };
}
