/**
 * A new process that loads a bundle, asks it once and tells what became of it, with the milliseconds of loading and
 * answering and those of the processor since it began; then it ends.
 *
 *     node first-answer.mjs BUNDLE EVENT
 */
import { pathToFileURL } from 'node:url';

const [bundle = '', event = '{}'] = process.argv.slice(2);
const context = { awsRequestId: 'bench', functionName: 'bench', getRemainingTimeInMillis: () => 30_000 };

const begun = performance.now();
const module: unknown = await import(pathToFileURL(bundle).href);
const loaded = performance.now();
const answer = await answered();
const answeredAt = performance.now();
const { user, system } = process.cpuUsage();
const told = { load: loaded - begun, first: answeredAt - loaded, cpu: (user + system) / 1000, answer };
process.stdout.write(`\n${JSON.stringify(told)}\n`, () => process.exit());

async function answered(): Promise<unknown> {
  try {
    if (!isFunction(module)) throw new TypeError('the bundle has no handler');
    return await module.handler(JSON.parse(event), context);
  } catch (error) {
    return { threw: error instanceof Error ? error.name : 'unknown' };
  }
}

type Handling = { readonly handler: (event: unknown, context: object) => unknown };

function isFunction(loaded: unknown): loaded is Handling {
  return (
    typeof loaded === 'object' &&
    loaded !== null &&
    'handler' in loaded &&
    typeof loaded.handler === 'function'
  );
}
