import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { outcomeDocumentSchema } from '../shared/outcomes/document.ts';
import { apiClient } from './api-client.ts';
import { demoRecords } from './demo/demo-records.ts';
import { downloadPack } from './demo/download-pack.ts';
import { showProgress } from './demo/progress.ts';
import { downloadStatements, runStatements, submitFinance } from './demo/make-statements.ts';
import { registerDemo } from './demo/register.ts';
import { releasePacks } from './demo/release-packs.ts';
import { runMonths } from './demo/run-months.ts';
import { blocksProvider, demoClock, demoCommissioners, demoMonths } from './demo/services.ts';
import { submitDemo } from './demo/submit-demo.ts';
import { summary } from './demo/summary.ts';
import { inParallel } from '../shared/store/in-parallel.ts';
import { startLocal } from './start.ts';
import { threadsHere } from './threads/open-threads.ts';

const out = path.relative(process.cwd(), path.join(import.meta.dirname, '..', 'out'));
const dataDir = path.join(out, 'demo-data');
const packsDir = path.join(out, 'packs');
const financeDir = path.join(out, 'finance');

try {
  process.exit((await demo()) ? 0 : 1);
} catch (error) {
  console.error(`The demonstration stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

/**
 * `npm run demo`: the whole system in a fresh folder, eighteen months of demonstration records through its
 * interface, every month run, every pack saved, and the statements of the provider that sells blocks. Every commissioner gets a pack of every month, also of those before
 * it had anybody.
 *
 * @returns whether every record was accepted
 */
async function demo(): Promise<boolean> {
  const begun = performance.now();
  for (const folder of [dataDir, packsDir, financeDir]) await rm(folder, { recursive: true, force: true });
  const system = await startLocal({ dataDir, clock: demoClock, threads: threadsHere() });
  try {
    const admin = system.clients.find(({ scopes }) => scopes.includes('admin/all'));
    if (admin === undefined) throw new Error('the system started without an operator client');
    const operator = apiClient(system, admin);
    const clients = await registerDemo(operator);

    const demo = demoRecords();
    const records = demo.flatMap((part) => part.records);
    const submitting = showProgress('Submitting records', records.length);
    const submitted = await submitDemo(system, clients, demo, submitting);
    submitting.stop();

    const running = showProgress('Running months', demoMonths.length);
    await runMonths(operator, demoMonths, running);
    running.stop();

    // The last month is left to whoever wants to try it in the portal.
    const earlier = demoCommissioners.flatMap(({ code }) =>
      demoMonths.slice(0, -1).map((month) => ({ code, month })),
    );
    const releasing = showProgress('Releasing packs', earlier.length);
    const unreleased = await releasePacks(system, earlier, releasing);
    releasing.stop();

    const due = demoCommissioners.flatMap(({ code }) => demoMonths.map((month) => ({ code, month })));
    const saving = showProgress('Saving packs', due.length);
    const packs = await inParallel(4, due, async ({ code, month }) => {
      const folder = await downloadPack(operator, code, month, packsDir);
      saving.advance(1);
      return folder;
    });
    saving.stop();
    const key = await fetch(`${system.baseUrl}/signing-key.pem`);
    await writeFile(path.join(out, 'signing-key.pem'), await key.text());

    await submitFinance(system, clients, demo);
    console.log('Making statements');
    await runStatements(operator);
    const finance = clients.get(blocksProvider.code)?.finance;
    if (finance === undefined) throw new Error('the provider of blocks has no client');
    const statements = await downloadStatements(apiClient(system, finance), financeDir);

    const folder = packs[demoMonths.length - 1] ?? packsDir;
    const document = outcomeDocumentSchema.parse(
      JSON.parse(await readFile(path.join(folder, 'outcomes.json'), 'utf8')),
    );
    const people = new Set(
      records.flatMap((record) => (record.type === 'placement' ? [record.personRef] : [])),
    );
    const seconds = Math.round((performance.now() - begun) / 1000);
    const lines = summary({
      ...{ submitted, people: people.size, packs, shown: { document, folder }, seconds },
      statements,
      released: earlier.length - unreleased,
    });
    console.log(['', ...lines].join('\n'));
    return submitted.refused === 0;
  } finally {
    await system.close();
  }
}
