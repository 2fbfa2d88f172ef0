import type { Placement } from '../../shared/records/placement.ts';
import type { Session } from '../../shared/records/session.ts';
import type { Random } from './random.ts';
import type { DemoCommissioner, DemoProvider } from './services.ts';

type FamilyMember = NonNullable<Session['family']>[number];

/** A demonstration person: what does not change while they are known. */
export type Profile = {
  readonly provider: DemoProvider;
  readonly commissioner: DemoCommissioner;
  readonly number: number;
  readonly personRef: string;
  readonly sex: Placement['sex'];
  readonly ageBand: NonNullable<Placement['ageBand']>;
  readonly goal: Placement['goal'];
  readonly intervention: Placement['intervention'];
  readonly substances: Placement['substances'];
  readonly children: NonNullable<Placement['children']>;
  readonly reportAgreement: Placement['reportAgreement'];
  readonly onBlock: boolean;
  readonly when: 'daytime' | 'evening' | 'weekend';
  readonly family: readonly FamilyMember[];
  /** Takes a prescribed medicine that tests positive. */
  readonly prescribed: boolean;
};

/** Draws the person with a number at a provider; their reference is `JE-0042`. */
export function drawProfile(
  provider: DemoProvider,
  commissioner: DemoCommissioner,
  number: number,
  random: Random,
): Profile {
  const serial = String(number).padStart(4, '0');
  const children = random.weighted({
    none: 4,
    'living-with': 5,
    'looked-after': 5,
    'protection-register': 3,
    'protection-proceedings': 3,
  });
  return {
    provider,
    commissioner,
    number,
    personRef: `${provider.prefix}-${serial}`,
    sex: random.weighted({ male: 11, female: 8, 'not-stated': 1 }),
    ageBand: random.weighted({ '18-24': 3, '25-34': 7, '35-44': 6, '45-54': 3, '55-64': 1 }),
    goal: random.weighted(provider.goals),
    intervention: random.chance(0.06) ? undefined : random.weighted({ recovery: 14, crisis: 4, closure: 2 }),
    substances: drawSubstances(random),
    children,
    reportAgreement:
      children === 'none' || children === 'living-with'
        ? undefined
        : random.weighted({ agreed: 6, ordered: 3, refused: 1 }),
    onBlock: random.chance(0.65),
    when: random.weighted({ daytime: 7, evening: 2, weekend: 1 }),
    family: drawFamily(`${provider.prefix}-F-${serial}`, random),
    prescribed: random.chance(0.12),
  };
}

function drawSubstances(random: Random): Placement['substances'] {
  const main = random.weighted({
    alcohol: 8,
    opiates: 7,
    crack: 2,
    'powder-cocaine': 4,
    amphetamines: 1,
    cannabis: 3,
    benzodiazepines: 1,
  });
  const second = random.weighted({ alcohol: 3, crack: 3, cannabis: 3, benzodiazepines: 2, other: 1 });
  return second === main || random.chance(0.4) ? [main] : [main, second];
}

function drawFamily(ref: string, random: Random): FamilyMember[] {
  if (!random.chance(0.5)) return [];
  const first = random.weighted({ partner: 6, parent: 7, sibling: 3, carer: 3, other: 1 });
  const members: FamilyMember[] = [{ ref: `${ref}-1`, relationship: first }];
  if (random.chance(0.3))
    members.push({ ref: `${ref}-2`, relationship: first === 'parent' ? 'sibling' : 'parent' });
  return members;
}
