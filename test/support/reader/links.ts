import { additive, type Cells } from './cells.ts';
import { type Fact, minus, plus, type Sum } from './reading.ts';

/** The sums of every figure of a document, by place. */
export type AllCells = ReadonlyMap<string, Cells>;

/** Sums that the measures declare, as `figure beside/cell`. */
export type Declared = Readonly<
  Record<
    string,
    {
      readonly sums: Readonly<Record<string, readonly string[]>>;
      readonly within: Readonly<Record<string, string>>;
    }
  >
>;

const same = (sum: Sum | undefined, other: Sum | undefined, from: string): Fact[] =>
  sum === undefined || other === undefined ? [] : [{ sum: plus(sum, minus(other)), is: '=', value: 0, from }];

const atMost = (less: Sum | undefined, more: Sum | undefined, from: string): Fact[] =>
  less === undefined || more === undefined
    ? []
    : [{ sum: plus(less, minus(more)), is: '<=', value: 0, from }];

const FAULTS = [
  'past-planned-end',
  'silence',
  'session-after-end',
  'positive-without-lapse',
  'lapse-without-outcome',
  'review-overdue',
  'lapse-outcome-contradicted',
].map((fault) => `data-quality|beside|${fault}|`);

type Cell = 'count' | 'numerator' | 'complement' | 'days';
type Place = readonly [at: string, cell?: Cell | undefined];

/** What the definitions of the measures say in words, and that splits add up. */
export function links(cells: AllCells, declared: Declared): Fact[] {
  const sumAt = ([at, cell = 'count']: Place): Sum | undefined => cells.get(at)?.[cell];
  const excluded = (at: string, reason: string): Sum | undefined => cells.get(at)?.excluded?.[reason];
  const categories = (measures: readonly string[]): string[] => [
    ...new Set(
      [...cells.keys()].flatMap((at) => {
        const [measure = '', part, dimension, category] = at.split('|');
        return part === 'split' && measures.includes(measure) ? [`split|${dimension}|${category}`] : [];
      }),
    ),
  ];
  /** The same in whole and in each category; a category that is not there is of nobody. */
  const everywhere = (
    measures: readonly string[],
    link: (of: (measure: string, cell?: Cell) => Sum | undefined, from: string) => Fact[],
  ): Fact[] =>
    ['headline||', ...categories(measures)].flatMap((where) =>
      link(
        (measure, cell) =>
          sumAt([`${measure}|${where}`, cell ?? 'count']) ?? (where === 'headline||' ? undefined : []),
        `${measures.join(' ')} ${where}`,
      ),
    );
  const equal = (a: [string, Cell?], b: [string, Cell?]): Fact[] =>
    everywhere([a[0], b[0]], (of, from) => same(of(...a), of(...b), from));
  const below = (a: [string, Cell?], b: [string, Cell?]): Fact[] =>
    everywhere([a[0], b[0]], (of, from) => atMost(of(...a), of(...b), from));
  const beside = (measure: string, name: string): string => `${measure}|beside|${name}|`;
  const head = (measure: string): string => `${measure}|headline||`;
  const withOut = (sum: Sum | undefined, ...others: (Sum | undefined)[]): Sum | undefined =>
    sum === undefined || others.some((other) => other === undefined)
      ? undefined
      : plus(sum, ...others.map((other) => other ?? []));

  return [
    ...splitsAddUp(cells),
    ...declaredSums(cells, declared),
    ...curves(cells),
    // The people in treatment in the month.
    ...['family-engagement', 'telephone-support', 'counselling-access', 'data-quality'].flatMap((measure) =>
      equal([measure], ['caseload']),
    ),
    ...same(sumAt([head('women-only-access')]), sumAt(['caseload|split|sex|female']), 'women in treatment'),
    ...below(['women-only-access'], ['caseload']),
    // People with something to correct: with one fault or several.
    ...FAULTS.flatMap((fault) =>
      atMost(sumAt([fault]), sumAt([head('data-quality'), 'complement']), `fault ${fault}`),
    ),
    ...atMost(
      sumAt([head('data-quality'), 'complement']),
      FAULTS.some((fault) => sumAt([fault]) === undefined)
        ? undefined
        : FAULTS.flatMap((fault) => [...(sumAt([fault]) ?? [])]),
      'faults',
    ),
    // Sessions that people attended.
    ...equal(['delivery'], ['attendance', 'numerator']),
    ...equal(['delivery'], ['evening-weekend']),
    ...(
      [
        ['telephone-support', 'telephone'],
        ['counselling-access', 'counselling'],
      ] as const
    ).flatMap(([measure, kind]) =>
      same(
        withOut(sumAt([head(measure), 'numerator']), excluded(head(measure), 'not-in-treatment')),
        sumAt([beside('delivery', `people-${kind}`)]),
        `${measure} delivery`,
      ),
    ),
    ...[...cells.keys()].flatMap((at) => {
      const kind = /^delivery\|beside\|people-(.*)\|$/.exec(at)?.[1];
      return kind === undefined
        ? []
        : atMost(sumAt([at]), sumAt([beside('delivery', `attendances-${kind}`)]), at);
    }),
    // Tests.
    ...same(
      withOut(
        sumAt([beside('testing-compliance', 'positivity')]),
        excluded(beside('testing-compliance', 'positivity'), 'hair'),
      ),
      sumAt([head('testing-compliance'), 'numerator']),
      'positivity',
    ),
    // Journeys that started in the window.
    ...everywhere(['abstinence-retention', 'retention', 'waiting-time'], (of, from) =>
      from.endsWith('headline||')
        ? same(
            withOut(of('abstinence-retention'), of('retention')),
            withOut(of('waiting-time'), excluded(head('waiting-time'), 'referred-after-start')),
            from,
          )
        : atMost(of('waiting-time'), withOut(of('abstinence-retention'), of('retention')), from),
    ),
    ...everywhere(['abstinence-retention', 'retention', 'review-completeness'], (of, from) =>
      from.endsWith('headline||')
        ? same(
            withOut(of('abstinence-retention'), of('retention')),
            withOut(
              of('review-completeness'),
              excluded(head('review-completeness'), 'started-within-14-days'),
            ),
            from,
          )
        : atMost(of('review-completeness'), withOut(of('abstinence-retention'), of('retention')), from),
    ),
    ...atMost(sumAt(['waiting-time|split|goal|abstinence']), sumAt([head('abstinence-retention')]), 'goals'),
    // Journeys that started 84 days ago or more.
    ...equal(['early-unplanned-exit'], ['effective-treatment']),
    ...below(['early-unplanned-exit', 'numerator'], ['effective-treatment', 'complement']),
    ...same(
      withOut(sumAt(['abstinence-retention|cohort|matured|']), sumAt(['retention|cohort|matured|'])),
      sumAt([head('effective-treatment')]),
      'matured',
    ),
    ...same(
      sumAt(['abstinence-retention|cohort|matured|']),
      sumAt(['effective-treatment|split|goal|abstinence']),
      'matured goal',
    ),
    ...[...cells.keys()].flatMap((at) => {
      const provider = /^effective-treatment\|split\|provider\|(.*)$/.exec(at)?.[1];
      return provider === undefined
        ? []
        : same(
            plus(
              sumAt([`abstinence-retention|cohort|provider|${provider}`]) ?? [],
              sumAt([`retention|cohort|provider|${provider}`]) ?? [],
            ),
            sumAt([at]),
            'matured provider',
          );
    }),
    // Journeys that ended.
    ...['recovery', 'closure'].flatMap((kind) => [
      ...same(
        sumAt([beside('intervention-outcome', kind)]),
        sumAt([`programme-completion|split|intervention|${kind}`]),
        `${kind} ended`,
      ),
    ]),
    ...['recovery', 'crisis', 'closure'].flatMap((kind) =>
      (['numerator', 'complement'] as const).flatMap((cell) =>
        same(
          sumAt([beside('intervention-outcome', kind), cell]),
          sumAt([`intervention-outcome|split|intervention|${kind}`, cell]),
          `${kind} split`,
        ),
      ),
    ),
    ...['completed', 'transferred', 'referred-on', 'left', 'withdrawn', 'died'].flatMap((reason) =>
      atMost(
        sumAt([beside('caseload', `exits-${reason}`)]),
        sumAt([beside('programme-completion', `ended-${reason}`)]),
        `exits ${reason}`,
      ),
    ),
    ...below(['aftercare-uptake'], ['programme-completion', 'numerator']),
    ...below(['re-presentation'], ['programme-completion', 'numerator']),
    ...same(
      withOut(
        sumAt([head('aftercare-uptake')]),
        excluded(head('aftercare-uptake'), 'completed-within-28-days'),
      ),
      sumAt([head('programme-completion'), 'numerator']),
      'completed',
    ),
    ...atMost(
      excluded(head('re-presentation'), 'not-started'),
      excluded(head('aftercare-uptake'), 'not-started'),
      'completed not started',
    ),
    ...atMost(
      excluded(head('aftercare-uptake'), 'not-started'),
      excluded(head('programme-completion'), 'not-started'),
      'ended not started',
    ),
    // Lapses.
    ...same(
      sumAt([head('lapse-recovery')]),
      withOut(
        ...(['closed-recovered', 'closed-relapsed', 'closed-exited', 'moved-on-while-open', 'still-open'].map(
          (name) => sumAt([beside('lapse-recovery', name)]),
        ) as [Sum, ...Sum[]]),
      ),
      'lapses',
    ),
    ...same(
      sumAt([beside('lapse-recovery', 'recovered-of-closed')]),
      withOut(
        ...(['closed-recovered', 'closed-relapsed', 'closed-exited'].map((name) =>
          sumAt([beside('lapse-recovery', name)]),
        ) as [Sum, ...Sum[]]),
      ),
      'closed',
    ),
    ...same(
      sumAt([beside('lapse-recovery', 'recovered-of-closed'), 'numerator']),
      sumAt([beside('lapse-recovery', 'closed-recovered')]),
      'recovered',
    ),
    ...(['still-open', 'moved-on-while-open'] as const).flatMap((name) =>
      same(
        excluded(beside('lapse-recovery', 'recovered-of-closed'), name),
        sumAt([beside('lapse-recovery', name)]),
        'left out',
      ),
    ),
    ...['recovered', 'relapsed', 'exited'].flatMap((cause) =>
      same(
        plus(...(cells.get(head('lapse-recovery'))?.causes?.[cause] ?? [])),
        sumAt([beside('lapse-recovery', `closed-${cause}`)]),
        'lapse curve',
      ),
    ),
    ...same(
      withOut(
        sumAt([beside('lapse-recovery', 'sustained-recovery')]),
        excluded(beside('lapse-recovery', 'sustained-recovery'), 'returned-within-28-days'),
      ),
      sumAt([beside('lapse-recovery', 'closed-recovered')]),
      'sustained',
    ),
    ...atMost(
      sumAt([beside('lapse-recovery', 'sustained-recovery')]),
      sumAt([beside('lapse-recovery', 'closed-recovered')]),
      'sustained',
    ),
    ...same(
      sumAt([beside('lapse-recovery', 'days-to-return')]),
      sumAt([beside('lapse-recovery', 'closed-recovered')]),
      'days to return',
    ),
    ...same(
      sumAt([head('lapse-intensity'), 'days']),
      sumAt([beside('lapse-intensity', 'tests-in-lapse'), 'days']),
      'days of lapse',
    ),
    ...same(
      sumAt([beside('lapse-intensity', 'one-to-ones-before'), 'days']),
      sumAt([beside('lapse-intensity', 'tests-before'), 'days']),
      'days before',
    ),
    // Waiting.
    ...same(
      sumAt([beside('caseload', 'waiting')]),
      sumAt([beside('waiting-time', 'still-waiting')]),
      'waiting',
    ),
    ...same(sumAt([beside('waiting-time', 'days-waited')]), sumAt([head('waiting-time')]), 'days waited'),
    ...same(
      sumAt([beside('worker-variety', 'chance-of-another-worker')]),
      sumAt([head('worker-variety')]),
      'variety',
    ),
    // Reviews.
    ...same(
      withOut(
        sumAt([beside('wellbeing', 'housing-problem-solved')]),
        sumAt([beside('wellbeing', 'housing-problem-new')]),
        excluded(beside('wellbeing', 'housing-problem-solved'), 'not-given'),
      ),
      sumAt([head('positive-change')]),
      'pairs',
    ),
    ...atMost(
      withOut(
        sumAt([beside('wellbeing', 'housing-problem-solved')]),
        sumAt([beside('wellbeing', 'housing-problem-new')]),
      ),
      sumAt([head('positive-change')]),
      'pairs',
    ),
    ...below(['wellbeing'], ['positive-change']),
    ...[...cells.keys()].flatMap((at) =>
      /^wellbeing\|beside\|(?!housing)/.test(at)
        ? atMost(sumAt([at]), sumAt([head('positive-change')]), at)
        : [],
    ),
    ...Object.keys(cells.get(head('positive-change'))?.excluded ?? {}).flatMap((reason) =>
      ['housing-problem-solved', 'housing-problem-new'].flatMap((name) =>
        same(
          excluded(head('positive-change'), reason),
          excluded(beside('wellbeing', name), reason),
          'pairs left out',
        ),
      ),
    ),
    // Topics of the programme.
    ...[...cells.keys()].flatMap((at) =>
      /^module-coverage\|beside\|topic-/.test(at)
        ? [
            ...same(sumAt([at]), sumAt([head('module-coverage')]), at),
            ...atMost(sumAt([head('module-coverage'), 'numerator']), sumAt([at, 'numerator']), at),
          ]
        : [],
    ),
    // Volunteers.
    ...same(
      sumAt([beside('volunteer-progression', 'including-self-reported')]),
      sumAt([head('volunteer-progression')]),
      'self-reported',
    ),
    ...atMost(
      sumAt([head('volunteer-progression'), 'numerator']),
      sumAt([beside('volunteer-progression', 'including-self-reported'), 'numerator']),
      'self-reported',
    ),
    ...(['numerator', 'complement'] as const).flatMap((cell) => [
      ...same(
        sumAt([head('volunteer-progression'), cell]),
        sumAt(['volunteer-progression|cohort|matured|', cell]),
        'volunteers matured',
      ),
      ...[...cells.keys()].flatMap((at) => {
        const provider = /^volunteer-progression\|cohort\|provider\|(.*)$/.exec(at)?.[1];
        return provider === undefined
          ? []
          : same(sumAt([at, cell]), sumAt([`volunteer-progression|split|provider|${provider}`, cell]), at);
      }),
    ]),
    // Workers who reflect.
    ...[...cells.keys()].flatMap((at) =>
      /^practice-reflection\|beside\|/.test(at)
        ? same(sumAt([at]), cells.get(beside('practice-reflection', at.split('|')[2] ?? ''))?.count, at)
        : [],
    ),
    ...[...cells.keys()]
      .filter((at) => at.startsWith('practice-reflection|beside|'))
      .flatMap((at, _, all) => same(sumAt([at]), sumAt([all[0] ?? '']), at)),
    // Families.
    ...atMost(
      sumAt([beside('family-engagement', 'supported-after-leaving')]),
      sumAt([beside('family-engagement', 'family-supported')]),
      'families',
    ),
    ...[...cells.keys()].flatMap((at) =>
      /^family-engagement\|beside\|topic-/.test(at)
        ? atMost(sumAt([at]), sumAt([beside('family-engagement', 'family-supported')]), at)
        : [],
    ),
    ...[...cells.keys()].flatMap((at) => {
      const found = /^(family-engagement|delivery)\|beside\|groups-(.*)\|$/.exec(at);
      return found === null
        ? []
        : atMost(sumAt([at]), sumAt([beside(found[1] ?? '', `attendances-${found[2]}`)]), at);
    }),
  ];
}

function splitsAddUp(cells: AllCells): Fact[] {
  const groups = Map.groupBy([...cells], ([at]) => {
    const [measure, part, name] = at.split('|');
    return part === 'split' || (part === 'cohort' && name === 'provider') ? `${measure}|${part}|${name}` : '';
  });
  return [...groups].flatMap(([group, members]) => {
    const [measure, part] = group.split('|');
    const whole = cells.get(part === 'split' ? `${measure}|headline||` : `${measure}|cohort|matured|`);
    if (group === '' || whole === undefined) return [];
    const days = members[0]?.[1].curve ?? [];
    return [
      ...additive(whole, days).flatMap((sum, index) =>
        same(sum, plus(...members.map(([, own]) => additive(own, days)[index] ?? [])), `${group} adds up`),
      ),
      // Who has more than one may be in more than one category.
      ...atMost(whole.heads, plus(...members.map(([, { heads = [] }]) => heads)), `${group} people`),
    ];
  });
}

function declaredSums(cells: AllCells, declared: Declared): Fact[] {
  return Object.entries(declared).flatMap(([measure, { sums, within }]) => {
    const named = (reference: string): Sum | undefined => {
      const [name = '', cell = 'count'] = reference.split('/');
      const own = cells.get(name === 'headline' ? `${measure}|headline||` : `${measure}|beside|${name}|`);
      const cause = own?.causes?.[cell];
      if (cause !== undefined) return plus(...cause);
      return own?.[cell === 'numerator' || cell === 'complement' ? cell : 'count'];
    };
    return [
      ...Object.entries(sums).flatMap(([whole, parts]) =>
        same(named(whole), plus(...parts.map((part) => named(part) ?? [])), `${measure} ${whole}`),
      ),
      ...Object.entries(within).flatMap(([larger, smaller]) =>
        atMost(named(smaller), named(larger), `${measure} ${smaller} in ${larger}`),
      ),
    ];
  });
}

/** Curves over the same journeys: the shares that add up beside them, and the same under other rules. */
function curves(cells: AllCells): Fact[] {
  return [...cells].flatMap(([at, { ended, censored, parts, count }]) => {
    const [measure = '', part, name = ''] = at.split('|');
    if (ended === undefined || censored === undefined) return [];
    if (part === 'sensitivity') {
      const base = cells.get(`${measure}|headline||`);
      const fewer = name === 'positive-before-first-negative-ignored';
      return [
        ...same(count, base?.count, at),
        ...ended.flatMap((_, index) => {
          const mine = plus(...ended.slice(0, index + 1));
          const theirs = plus(...(base?.ended ?? []).slice(0, index + 1));
          return fewer ? atMost(mine, theirs, `${at} events`) : atMost(theirs, mine, `${at} events`);
        }),
      ];
    }
    const occupancy = cells.get(`${measure}|beside|occupancy|`);
    if (part !== 'headline' || occupancy === undefined) return [];
    const { causes = {} } = occupancy;
    return [
      ...same(count, occupancy.count, at),
      ...Object.entries(parts ?? {}).flatMap(([cause, sum]) =>
        same(sum, plus(...(causes[cause] ?? [])), `${at} ${cause}`),
      ),
      ...ended.flatMap((sum, index) => [
        ...same(
          sum,
          plus(...Object.keys(parts ?? {}).map((cause) => causes[cause]?.[index] ?? [])),
          `${at} causes`,
        ),
        ...atMost(
          plus(
            ...Object.keys(causes)
              .filter((cause) => !(cause in (parts ?? {})))
              .map((cause) => causes[cause]?.[index] ?? []),
          ),
          censored[index],
          `${at} moved on`,
        ),
      ]),
    ];
  });
}
