import { createHash } from 'node:crypto';
import { anOutcomeDocument } from '../support/outcome-document.ts';

/** Prints the hashes of a pack rendered in this process, eleven years later by its clock. */
const ElevenYears = 11 * 365 * 86_400_000;
const RealDate = Date;
class LaterDate extends RealDate {
  constructor(...given: [] | [number | string]) {
    super(...(given.length ? given : ([RealDate.now() + ElevenYears] as [number])));
  }
  static override now(): number {
    return RealDate.now() + ElevenYears;
  }
}
Object.assign(globalThis, { Date: LaterDate });

const { renderPack } = await import('../../shared/render/pack.ts');
const files = await renderPack(anOutcomeDocument());
const hashes = Object.entries(files).map(([name, bytes]) => [
  name,
  createHash('sha256').update(bytes).digest('hex'),
]);
console.log(JSON.stringify(Object.fromEntries(hashes)));
