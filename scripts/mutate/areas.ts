/** A part of the tree whose tests are tested. */
type Area = {
  /** What is changed, as patterns of files. */
  readonly mutate: readonly string[];
  /** The tests that must notice, as patterns of files. */
  readonly tests: readonly string[];
  /** The least share of changes that they notice, in per cent. */
  readonly least: number;
};

const disclosure = ['shared/outcomes/disclosure.ts', 'shared/outcomes/disclosure/**/*.ts'];

/** The areas whose mistakes would be wrong numbers in somebody's pack, or people to be recognised in it. */
export const areas: Readonly<Record<string, Area>> = {
  statistics: { mutate: ['shared/statistics/**/*.ts'], tests: ['test/statistics/**/*.test.ts'], least: 95 },
  finance: {
    // The two are shapes of documents, which are tested where they are written and kept.
    mutate: [
      'shared/finance/**/*.ts',
      '!shared/finance/statement-document.ts',
      '!shared/finance/erased-use.ts',
    ],
    tests: ['test/finance/**/*.test.ts'],
    least: 91,
  },
  disclosure: {
    mutate: disclosure,
    tests: ['test/outcomes/disclosure.test.ts', 'test/outcomes/disclosure/**/*.test.ts'],
    least: 0,
  },
  outcomes: {
    mutate: ['shared/outcomes/**/*.ts', ...disclosure.map((pattern) => `!${pattern}`)],
    tests: ['test/outcomes/*.test.ts', 'test/outcomes/{measures,reports,reviews}/**/*.test.ts'],
    least: 0,
  },
};
