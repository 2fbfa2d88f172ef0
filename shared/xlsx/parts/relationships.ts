import { DECLARATION, element, NAMESPACES } from './xml.ts';

/** What a part refers to: what kind of part, by which id, and where it is from there. */
export type Relationship = readonly [kind: string, id: string, target: string];

/** Source: ECMA-376, part 2, 6.5 (relationships). */
export const relationshipsPart = (relationships: readonly Relationship[]): string =>
  DECLARATION +
  element(
    'Relationships',
    { xmlns: `${NAMESPACES.package}/relationships` },
    ...relationships.map(([kind, Id, Target]) => element('Relationship', { Id, Type: typeOf(kind), Target })),
  );

const typeOf = (kind: string): string =>
  kind === 'core-properties'
    ? `${NAMESPACES.package}/relationships/metadata/${kind}`
    : `${NAMESPACES.office}/${kind}`;
