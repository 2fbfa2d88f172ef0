import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** Files that are changed, and the tests that must notice; patterns of files, both. */
export type Part = {
  readonly name: string;
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
};

/** A part of the tree whose tests are tested. */
type Area = {
  /** Each is run by itself: a change need only be tried on the tests that are about it. */
  readonly parts: readonly Part[];
  /** The least share of changes that the tests notice, in per cent. */
  readonly least: number;
};

const OUTCOMES = 'shared/outcomes';
const DISCLOSURE = `${OUTCOMES}/disclosure`;

/** Files that say what a person's records come to, which tests of measures hold. */
const AS_READ = [
  'access-to,as-at,belonging,by-day,differ-as-at,dimensions,ended-journeys,in-month,in-treatment,journeys',
  'measures-moved,person-in-month,placed,placements-as-at,read-history,read-reflections,read-unattached',
  'test-results,waiting-for',
].join(',');

/** Tests of outcomes, by their names beneath `test/outcomes/`, beside that of the golden figures. */
const outcomeTests = (...names: readonly string[]): string[] =>
  [...names, 'golden'].map((name) => `test/outcomes/${name}.test.ts`);

const folderOf = (name: string, ...tests: readonly string[]): Part => ({
  name,
  mutate: [`${OUTCOMES}/${name}/**/*.ts`],
  tests: outcomeTests(...tests),
});

/** Each measure is held by the tests of its own name. */
const measures = readdirSync(`${OUTCOMES}/measures`).map((file): Part => {
  const name = basename(file, '.ts');
  return {
    name: `measures/${name}`,
    mutate: [`${OUTCOMES}/measures/${file}`],
    tests: outcomeTests(`measures/${name === 'retention' ? 'abstinence-retention' : name}`),
  };
});

/** The areas whose mistakes would be wrong numbers in somebody's pack, or people to be recognised in it. */
export const areas: Readonly<Record<string, Area>> = {
  statistics: {
    parts: [{ name: 'all', mutate: ['shared/statistics/**/*.ts'], tests: ['test/statistics/**/*.test.ts'] }],
    least: 95,
  },
  finance: {
    parts: [
      {
        name: 'all',
        // The two are shapes of documents, which are tested where they are written and kept.
        mutate: [
          'shared/finance/**/*.ts',
          '!shared/finance/statement-document.ts',
          '!shared/finance/erased-use.ts',
        ],
        tests: ['test/finance/**/*.test.ts'],
      },
    ],
    least: 91,
  },
  disclosure: {
    parts: [
      {
        name: 'audit',
        mutate: [`${DISCLOSURE}/audit/*.ts`],
        tests: ['test/outcomes/disclosure/audit/*.test.ts'],
      },
      {
        name: 'pack',
        mutate: [`${DISCLOSURE}/pack/*.ts`],
        tests: [
          'test/outcomes/disclosure/{revisions,whole}.test.ts',
          'test/outcomes/disclosure/pack/*.test.ts',
        ],
      },
      {
        name: 'figures',
        mutate: [`${DISCLOSURE}.ts`, `${DISCLOSURE}/*.ts`],
        tests: ['test/outcomes/{disclosure,volumes}.test.ts', 'test/outcomes/disclosure/*.test.ts'],
      },
    ],
    least: 80,
  },
  outcomes: {
    parts: [
      ...measures,
      folderOf('caseload', 'measures/{caseload,programme-completion,abstinence-retention}'),
      folderOf('family', 'measures/{family-engagement,intervention-outcome}', 'reports/*'),
      folderOf(
        'figures',
        'figures/*',
        'measures/{attendance,lapse-intensity,lapse-recovery,practice-reflection,waiting-time}',
        'measures/{abstinence-retention,goal-progress,volunteer-progression,wellbeing}',
      ),
      folderOf(
        'lapses',
        'lapses/*',
        'measures/{aftercare-abstinence,lapse-intensity,lapse-recovery,referrals-on}',
      ),
      folderOf('reports', 'measures/referrer-reports', 'reports/*'),
      folderOf('retention', 'measures/{abstinence-retention,aftercare-abstinence,effective-treatment}'),
      folderOf('reviews', 'measures/{goal-progress,positive-change,substance-change,wellbeing}', 'reviews/*'),
      folderOf('volunteering', 'measures/volunteer-progression'),
      folderOf('change', 'change/*', 'with-moved'),
      {
        name: 'records',
        mutate: [`${OUTCOMES}/{${AS_READ}}.ts`],
        tests: outcomeTests(
          '{as-at,belonging,compute,counted-in,differ-as-at,journeys,measures-moved,month-input}',
          '{months-after,read-history}',
          'measures/{abstinence-retention,attendance,caseload,counselling-access,family-engagement}',
          'measures/{intervention-outcome,lapse-recovery,practice-reflection,referrer-reports}',
          'measures/{telephone-support,testing-compliance,waiting-time,women-only-access}',
          'reports/*',
        ),
      },
      {
        name: 'whole',
        // The schema of documents is made once, as its module loads, and compared whole.
        mutate: [`${OUTCOMES}/!(${AS_READ.replaceAll(',', '|')}|disclosure|document-json-schema).ts`],
        tests: [
          'test/outcomes/!(disclosure|identities|volumes).test.ts',
          'test/outcomes/disclosure/comparisons.test.ts',
        ],
      },
    ],
    least: 95,
  },
};
