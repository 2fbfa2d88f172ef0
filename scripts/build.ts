/**
 * Builds what is deployed of every function, by the stacks' own bundling, and prints how large it is: bundles with
 * source maps, and the layer of native modules. Nothing is fetched. Ends with 1 where something is missing or too large.
 *
 *     npm run build -- [FOLDER]
 */
import { rmSync } from 'node:fs';
import { janusApp } from '../infra/janus-app.ts';
import { builtFunctions } from './build/built-functions.ts';
import { sizeTable } from './build/size-table.ts';

const [folder = 'cdk.out/build'] = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
try {
  // `npm run synth` is where the rules are checked.
  janusApp({ outdir: folder, context: { unchecked: true } }).synth();
  const { lines, faults } = sizeTable(builtFunctions(folder));
  console.log(lines.join('\n'));
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
