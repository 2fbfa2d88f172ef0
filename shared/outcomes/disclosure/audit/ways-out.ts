import { ENOUGH } from './few.ts';
import type { Secret } from './knowledge.ts';
import { minus } from './lines.ts';
import type { Shown } from './proof.ts';
import type { Reach } from './reach.ts';
import type { Situation } from './situation.ts';
import { type Cost, wayOut } from './way-out.ts';

/**
 * Units by which a secret may be hidden, one proposal after the other. That it reaches five may be enough, since what
 * can be more can often be less as well; else it must be made to be less, or to reach more than that.
 *
 * @param shown how far it is hidden without
 */
export function* waysOut(
  { form, value }: Secret,
  { bySums, believed }: Shown,
  situation: Situation,
  reach: Reach,
  cost: Cost,
): Generator<readonly number[]> {
  const toFive = wayOut(form, ENOUGH - value, situation, reach, cost);
  if (toFive !== undefined) {
    yield toFive;
    for (let less = value; less > 0; less -= 1) {
      const fewer = wayOut(minus(form), less, situation, reach, cost);
      if (fewer !== undefined) yield [...new Set([...toFive, ...fewer])];
    }
  }
  const far = Math.max(bySums.lower + ENOUGH, believed.lower + ENOUGH - 1);
  const farther = far > ENOUGH ? wayOut(form, far - value, situation, reach, cost) : undefined;
  if (farther !== undefined) yield farther;
}
