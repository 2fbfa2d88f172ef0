import { figuresIn } from '../../../outcomes/change/figures-in.ts';
import { ENOUGH } from '../../../outcomes/disclosure/audit/few.ts';
import { placeKey } from '../../../outcomes/disclosure/pack/place.ts';
import type { Figure, OutcomeDocument } from '../../../outcomes/document.ts';
import type { DisclosureReport } from '../disclosure-report.ts';
import { failed, type GateCheck, passed } from '../gate-check.ts';
import { tellsUnit } from '../tells-unit.ts';

/**
 * Nothing is told that is to be withheld: the report that was kept when the revision was made found every small number
 * safe, and of all that it says is withheld, figure by figure, the document that was published tells nothing; neither does what it says of an issue before that
 * was never released, and nothing either of a figure that is gone since. Of one that was released readers know it.
 */
export const disclosureAudit: GateCheck = {
  id: 'disclosure-audit',
  check: ({ document, disclosure, releasedRevisions }) => {
    if (document === undefined || disclosure === undefined)
      return failed(
        'What is withheld cannot be checked: the outcome document or the report of what was withheld is missing. Run the month again.',
      );
    const { units, audited } = disclosure;
    const accepted = audited.filter((one) => one.accepted === true).length;
    const unsafe = audited.filter(
      (one) => one.accepted !== true && (!one.safe || (one.width !== null && one.width < ENOUGH)),
    ).length;
    if (unsafe > 0)
      return failed(
        `Numbers of few people could be worked out from what is shown (${unsafe} of ${audited.length}). Do not release it; tell whoever maintains the system.`,
      );
    const { moved } = document;
    const isHeld = moved === undefined || releasedRevisions.includes(moved.since.revision);
    const told = [...toldOf(document, disclosure), ...(isHeld ? [] : toldOfBefore(document, disclosure))];
    if (told.length > 0)
      return failed(
        `Something is shown that was to be withheld (${told.length} in all, the first under ${told[0] ?? ''}). Do not release it; tell whoever maintains the system.`,
      );
    return passed(
      `Nothing that was to be withheld is shown (${units.length} withheld), and no small number can be worked out (${audited.length} looked at${accepted === 0 ? '' : `; of ${accepted} it is accepted: who is left out of a share where only a headline could hide it`}).`,
    );
  },
};

const shownIn = (document: OutcomeDocument) =>
  new Map(figuresIn(document).map(({ place, figure }) => [placeKey(place), figure]));

/** The measures under which something is told that is to be withheld, one for each thing. */
function toldOf(document: OutcomeDocument, { units }: DisclosureReport): string[] {
  const shown = shownIn(document);
  return units.flatMap(({ place, unit }) => {
    const figure = shown.get(placeKey(place));
    return figure !== undefined && tellsUnit(figure, unit) ? [place.measure] : [];
  });
}

/** The same of what moved since an issue that readers do not hold, and all of a figure that is gone. */
function toldOfBefore(document: OutcomeDocument, { units }: DisclosureReport): string[] {
  const shown = shownIn(document);
  const withheld = Map.groupBy(units, ({ place }) => placeKey(place));
  return (document.moved?.figures ?? []).flatMap(({ issued, stands, ...place }) => {
    if (issued === null) return [];
    const now = shown.get(placeKey(place));
    if (!stands || now === undefined) return [place.measure];
    // Parts are named by where they stand: in a figure of another shape the same name is another part.
    const isAlike = shapeOf(issued) === shapeOf(now);
    const told = (withheld.get(placeKey(place)) ?? []).filter(({ unit }) =>
      tellsUnit(issued, isAlike ? unit : 'figure'),
    );
    return told.map(() => place.measure);
  });
}

function shapeOf(figure: Figure): string {
  if (figure.kind === 'survival') return ['survival', ...figure.points.map(({ day }) => day)].join(' ');
  if (figure.kind !== 'incidence') return figure.kind;
  return ['incidence', ...Object.keys(figure.causes), ...figure.open.map(({ day }) => day)].join(' ');
}
