import { budgetOf, LAMBDA_MOST } from './budgets.ts';
import type { BuiltFunction } from './built-functions.ts';
import { bytesIn, codeSizes } from './code-sizes.ts';

/** How large functions are, a line each, and what is too large. */
export type SizeTable = { readonly lines: readonly string[]; readonly faults: readonly string[] };

/** The sizes of functions as they would be deployed, against their budgets and Lambda's limit. */
export function sizeTable(functions: readonly BuiltFunction[]): SizeTable {
  const layers = new Map<string, number>();
  const sizeOfLayer = (layer: string) => {
    const size = layers.get(layer) ?? bytesIn(layer);
    layers.set(layer, size);
    return size;
  };
  const rows = functions.map(({ name, code, layer }) => {
    const sizes = codeSizes(code);
    const native = layer === undefined ? 0 : sizeOfLayer(layer);
    return { name, ...sizes, native, all: sizes.unpacked + native };
  });
  const heads = ['function', 'at start', 'by gzip', 'all code', 'native layer', 'of 250 MB'];
  return {
    lines: [
      line(heads),
      ...rows.map(({ name, atStart, gzip, code, native, all }) =>
        line([name, kB(atStart), kB(gzip), kB(code), native === 0 ? '-' : MB(native), MB(all)]),
      ),
    ],
    faults: rows.flatMap(({ name, atStart, all }) => [
      ...(atStart > budgetOf(name) * 1000
        ? [`${name} reads ${kB(atStart)} at every start; its budget is ${budgetOf(name)} kB.`]
        : []),
      ...(all > LAMBDA_MOST ? [`${name} is ${MB(all)} unpacked; Lambda takes 250 MB.`] : []),
    ]),
  };
}

const kB = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
const MB = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

function line([name = '', ...sizes]: readonly string[]): string {
  return `${name.padEnd(22)}${sizes.map((size) => size.padStart(14)).join('')}`;
}
