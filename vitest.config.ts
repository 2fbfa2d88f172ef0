import { configDefaults, defineConfig } from 'vitest/config';

/** Folders whose tests start nothing and keep nothing: their files may share a process, and load each module once. */
const pure = [
  'finance',
  'infra',
  'intake',
  'outcomes',
  'portal',
  'quality',
  'records',
  'render',
  'report',
  'statistics',
  'xlsx',
].map((folder) => `test/${folder}/**/*.test.ts`);

/** Folders whose tests start a table or a whole system and close it: these may share a process, too. */
const closing = [
  ...['deliver', 'functions', 'month', 'privacy', 'referrers', 'statements', 'store', 'submission'],
  ...['system', 'uploads'],
].map((folder) => `test/${folder}/**/*.test.ts`);

/**
 * What takes long: races, drills, many packs, whole studies and months on end, and whole paths through the interface.
 * The suite keeps one of these, a month from records to packs, what is read back of one, and that no tenant reaches
 * another.
 */
const slow = [
  'test/slow/**/*.test.ts',
  // Thousands of histories of finance, and every page of the largest documents looked through.
  'test/finance/histories.test.ts',
  'test/render/access-pdf.test.ts',
  'test/render/structure.test.ts',
  // Documents written again in other processes, and opened by other programs.
  ...['pack', 'statement-files', 'statement-workbook'].map((name) => `test/render/${name}.test.ts`),
  // The start of the whole system by its command, and what is held up or cut off at each of its steps.
  'test/local/start.test.ts',
  'test/local/table/start-table.test.ts',
  'test/submission/finish-batches.test.ts',
  'test/kit/run-kit.test.ts',
  'test/local/examples/addicts/run-study.test.ts',
  'test/local/examples/ctn0094/run-trials.test.ts',
  ...[
    ...['access', 'batches', 'change-over-time', 'data-quality', 'erased-bytes', 'erasure', 'examples'],
    ...['finance-records', 'people', 'referrer-report', 'same-figures', 'statements', 'uploads'],
    ...['hostile-requests', 'withdrawn-block'],
  ].map((path) => `test/system/${path}.test.ts`),
];

export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // What is waited for comes as fast as the machine lets it.
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'suite-pure',
          include: pure,
          exclude: [...configDefaults.exclude, ...slow],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'suite-closing',
          include: closing,
          exclude: [...configDefaults.exclude, ...slow],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'suite',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...slow, ...pure, ...closing],
        },
      },
      // Every interleaving, processes killed, drills and nights to come: in a command of its own, so the suite stays quick.
      { extends: true, test: { name: 'slow', include: slow, testTimeout: 120_000 } },
    ],
  },
});
