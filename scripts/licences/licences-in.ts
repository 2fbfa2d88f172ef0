import * as z from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      cpu: z.array(z.string()).optional(),
    }),
  ),
});

export type Licensed = { readonly name: string; readonly version: string; readonly licence: string };

/** Licences that ask for no more than that they are passed on. */
const AGREED: ReadonlySet<string> = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'ISC',
    'MIT',
    'MIT-0',
    'MIT/X11',
  ],
  ...['OFL-1.1', 'Unlicense', 'Zlib'],
]);

/**
 * The packages of a lock file that are needed when the system runs, each version once, by name. Binaries for one kind of
 * machine are left out: they come with a package that is listed, under its licence.
 *
 * @throws ZodError where it is no lock file of npm
 */
export function licencesIn(lock: unknown): Licensed[] {
  const { packages } = lockSchema.parse(lock);
  const found = Object.entries(packages).flatMap(([path, { version, license, dev, devOptional, cpu }]) => {
    const name = /^.*node_modules\/(.+)$/.exec(path)?.[1];
    if (
      name === undefined ||
      version === undefined ||
      dev === true ||
      devOptional === true ||
      cpu !== undefined
    )
      return [];
    return [{ name, version, licence: license ?? 'not told' }];
  });
  const each = new Map(found.map((one) => [`${one.name} ${one.version}`, one]));
  return [...each.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Those of which no licence that is told was agreed to; of `MIT OR GPL-2.0` one is enough, of `AND` all are needed. */
export function notAgreed(packages: readonly Licensed[]): Licensed[] {
  return packages.filter(({ licence }) => {
    const offers = licence.replace(/[()]/g, '').split(' OR ');
    return !offers.some((offer) => offer.split(' AND ').every((one) => AGREED.has(one.trim())));
  });
}
