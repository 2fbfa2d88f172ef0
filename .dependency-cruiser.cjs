/** Every boundary of the house, each with the reason for it. Checked by `npm run imports`. */

/** `from` may import, inside the project, nothing but `to` and itself. */
const only = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^${from}/` },
  to: {
    path: '^(infra|functions|shared|local|portal|scripts|test|bench)/',
    pathNot: [`^${from}/`, ...to.map((p) => `^${p}`)],
  },
});

/** `what` may be imported by `homes` alone. */
const home = (name, what, homes, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^(infra|functions|shared)/', pathNot: homes.map((p) => `^${p}`) },
  to: { path: what },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle is one module in two files.',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    only(
      'records-stand-alone',
      'shared/records',
      [],
      'What we hold depends on nothing: everything else depends on it.',
    ),
    only('statistics-stand-alone', 'shared/statistics', [], 'Pure mathematics without a word of the domain.'),
    only(
      'intake-reads-records',
      'shared/intake',
      ['shared/records', 'shared/platform/(errors|parse-json).ts'],
      'Bytes become records; nothing is stored or computed here.',
    ),
    only(
      'store-keeps-records',
      'shared/store',
      [
        'shared/records',
        'shared/platform/errors.ts',
        'shared/outcomes/person-records.ts',
        'shared/finance/(block|claim|erased-use).ts',
      ],
      'Records go to and from DynamoDB and S3; their meaning lives elsewhere.',
    ),
    only(
      'outcomes-are-pure',
      'shared/outcomes',
      ['shared/records', 'shared/statistics', 'shared/quality'],
      'Numbers come from records alone, and so does what is wrong with them: no store, no clock, no wording.',
    ),
    only(
      'quality-is-pure',
      'shared/quality',
      ['shared/records', 'shared/statistics', 'shared/outcomes'],
      'What is missing, contradictory or unusual is told from records alone: no store, no clock.',
    ),
    only(
      'receiving-tells-senders',
      'shared/receiving',
      ['shared/records', 'shared/store', 'shared/platform', 'shared/outcomes', 'shared/quality'],
      'What a provider is told of what it sent: read from the store, judged in quality.',
    ),
    only(
      'description-names-what-is-read',
      'shared/description',
      [
        'shared/records',
        'shared/platform',
        'shared/finance/(block|claim).ts',
        'shared/deliver/approval-request.ts',
        'shared/intake/read-opening.ts',
        'shared/receiving/receipts-request.ts',
        'shared/store/record-item.ts',
      ],
      'The interface in words, by the schemas that requests are read by.',
    ),
    only(
      'finance-is-pure',
      'shared/finance',
      ['shared/records'],
      'Pence come from records, blocks and claims alone: no store, no clock, no wording.',
    ),
    only(
      'report-words-numbers',
      'shared/report',
      [
        'shared/outcomes',
        'shared/statistics/funnel-limits.ts',
        'shared/finance/(amount|statement-document|vat).ts',
        'shared/render/format.ts',
        'shared/privacy/(subject-access|history).ts',
      ],
      'Documents are worded from the outcome document, a statement, or what is held on a person, and the one place that rounds.',
    ),
    only(
      'render-writes-documents',
      'shared/render',
      [
        'shared/report',
        'shared/outcomes/document.ts',
        'shared/finance/(amount|statement-document).ts',
        'shared/privacy/subject-access.ts',
        'shared/quality/quality-list.ts',
      ],
      'Writers see the suppressed document, a statement, or what one person asked for, and its wording, never the records.',
    ),
    only(
      'privacy-keeps-promises',
      'shared/privacy',
      [
        'shared/records',
        'shared/store',
        'shared/platform',
        'shared/outcomes',
        'shared/finance/(erased-use|placement-weeks).ts',
      ],
      'Erasure, retention and access: what is stored, what it was counted in, what of it the accounts keep, and no wording.',
    ),
    only(
      'months-are-computed-from-the-store',
      'shared/month',
      ['shared/records', 'shared/store', 'shared/platform', 'shared/outcomes', 'shared/privacy'],
      'Where stored people meet the pure computation: what a run reads, leaves out and claims.',
    ),
    only(
      'referrers-are-reported-to',
      'shared/referrers',
      ['shared/records', 'shared/store', 'shared/platform', 'shared/outcomes', 'shared/privacy'],
      'What is read for a report and for whom, and what is awaited; the facts are folded in outcomes, worded in report.',
    ),
    only(
      'uploads-are-taken-in',
      'shared/uploads',
      [
        'shared/records',
        'shared/intake',
        'shared/store',
        'shared/platform',
        'shared/privacy',
        'shared/submission',
      ],
      'Files in storage become submissions, slice by slice; what a row says is read in intake, stored by submission.',
    ),
    only(
      'deliver-hands-over',
      'shared/deliver',
      ['shared/records', 'shared/store', 'shared/platform', 'shared/outcomes', 'shared/render/format.ts'],
      'Links, approvals and messages stand on what is stored; the gate reads the outcome document.',
    ),
    only(
      'platform-is-below',
      'shared/platform',
      ['shared/records', 'shared/store'],
      'Plumbing knows no measure and no document.',
    ),
    {
      name: 'functions-apart',
      severity: 'error',
      comment: 'A function calls shared, never another function and never infra.',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^(functions|infra)/', pathNot: '^functions/$1/' },
    },
    only(
      'infra-reads-contracts',
      'infra',
      ['functions/[^/]+/env.ts', 'shared/store/table.ts', 'shared/platform/(routes|roles|counts).ts'],
      'The stacks know names and shapes, not behaviour.',
    ),
    only(
      'portal-is-a-client',
      'portal',
      [],
      'The page knows the interface as its description tells it, and nothing of what is behind it.',
    ),
    {
      name: 'nobody-imports-the-portal',
      severity: 'error',
      comment: 'It is bundled for browsers; only its own tests look into it.',
      from: { path: '^(infra|functions|shared|local|scripts|bench|test/(?!portal/))' },
      to: { path: '^portal/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      comment: 'Product code never leans on test code.',
      from: { path: '^(infra|functions|shared|local|portal|bench)/' },
      to: { path: '^test/' },
    },
    {
      name: 'nobody-imports-local',
      severity: 'error',
      comment: 'One machine is a way to run the product, not a part of it.',
      from: { path: '^(infra|functions|shared|portal)/' },
      to: { path: '^local/' },
    },
    {
      name: 'shared-is-reachable',
      severity: 'error',
      comment: 'What no function and no command of the operator uses is not part of the product.',
      from: { path: '^(functions/[^/]+/index|scripts/[^/]+)\\.ts$' },
      to: { path: '^shared/', reachable: false },
    },
    home(
      'aws-sdk-at-home',
      'node_modules/@aws-sdk',
      ['shared/(store|deliver|platform)'],
      'One place to change when AWS changes; also what keeps start-up small.',
    ),
    home(
      'exceljs-at-home',
      'node_modules/exceljs',
      ['shared/(intake|render/xlsx)'],
      'Heavy to load: only where workbooks are read or written.',
    ),
    home(
      'typst-at-home',
      'node_modules/@myriaddreamin',
      ['shared/render/pdf'],
      'Native and heavy: only where PDFs are written.',
    ),
    home(
      'charts-at-home',
      'node_modules/(chart\\.js|@napi-rs)',
      ['shared/render/charts'],
      'Native and heavy: only where charts are drawn.',
    ),
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file nobody reaches is forgotten.',
      from: { orphan: true, path: '^(shared|functions|infra)/' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
