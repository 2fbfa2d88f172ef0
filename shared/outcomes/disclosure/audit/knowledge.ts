/**
 * A sum of atoms, each so many times. Atoms are the unknown counts everything is made of: numbers of people, never
 * negative, who are counted nowhere else. Three women of whom one left are two atoms: left 1, stayed 2.
 */
export type Form = readonly { readonly atom: number; readonly times: number }[];

/** A number that is published as long as its unit is shown. */
export type Statement = {
  /** What is shown or withheld together, as a proportion's numerator, complement and denominator are. */
  readonly unit: number;
  readonly form: Form;
  readonly value: number;
  /** What a reader takes it to be at least though it is withheld: 1 where nobody would have been shown as 0. */
  readonly least: 0 | 1;
};

/** What everybody knows without being told: a whole is the sum of its parts. */
export type Identity = { readonly form: Form; readonly value: number };

/** A number of people that must not be learnt while they are few. Names are unique. */
export type Secret = {
  readonly form: Form;
  readonly value: number;
  /** How many distinct people are behind it, where one may count more than once; else as many as `value`. */
  readonly people?: number;
  /** What it is told by, with others: secrets of one figure are looked at together. */
  readonly figure?: string;
  /** Nothing precious is hidden for it. */
  readonly spares?: boolean;
  /** Where nothing else could hide it, it is accepted that it is told. */
  readonly mayBeTold?: boolean;
  readonly name: string;
};

/** All that is or might be published about some counts, and what must not be learnt from it. */
export type Knowledge = {
  /** How many people each atom is. */
  readonly truth: readonly number[];
  readonly statements: readonly Statement[];
  readonly identities: readonly Identity[];
  readonly secrets: readonly Secret[];
};
