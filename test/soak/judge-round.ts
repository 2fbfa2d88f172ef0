import { isDeepStrictEqual } from 'node:util';
import { type Past, toldVersion, type Version } from './past.ts';
import type { Content } from './state.ts';

/** What one of several writers sent at the same time as the others, and what it was answered; undefined where nothing. */
export type Attempt = {
  readonly sender: string;
  readonly content: Content;
  readonly answer: { readonly status: number; readonly version: number } | undefined;
};

/**
 * What cannot be of a record that several wrote to at once, each something else. Whoever was acknowledged has the version
 * that it was told, nobody who was refused has any, and nothing else is there. On the condition of the same version
 * exactly one wins; without one, all do.
 *
 * @param before its versions before
 * @param after its versions afterwards
 */
export function judgeRound(
  before: Past,
  attempts: readonly Attempt[],
  after: Past,
  onCondition: boolean,
): string[] {
  if (!isDeepStrictEqual(after.slice(0, before.length), before))
    return ['what was there before is another now'];
  const made = after.slice(before.length);
  const isOf =
    ({ sender, content }: Attempt) =>
    (version: Version) =>
      version.sender === sender && isDeepStrictEqual(version.content, content);
  const found = made
    .filter((version) => !attempts.some((attempt) => isOf(attempt)(version)))
    .map((version) => `version ${version.version} was ${toldVersion(version)}, which nobody sent`);

  for (const attempt of attempts) {
    const own = made.filter(isOf(attempt));
    if (own.length > 1) found.push(`what ${attempt.sender} sent once was made ${own.length} times`);
    const { answer } = attempt;
    if (answer === undefined) continue;
    if (answer.status < 300 && own[0]?.version !== answer.version)
      found.push(
        `${attempt.sender} was told version ${answer.version}, and has ${own[0]?.version ?? 'none'}`,
      );
    if (answer.status >= 300 && own.length > 0)
      found.push(
        `${attempt.sender} was refused with ${answer.status}, and has version ${own[0]?.version ?? 0}`,
      );
    if (answer.status >= 300 && !(onCondition && answer.status === 412))
      found.push(`${attempt.sender} was refused with ${answer.status}`);
  }
  if (onCondition && made.length > 1) found.push(`${made.length} won on the condition of one version`);
  if (onCondition && made.length === 0 && attempts.some(({ answer }) => answer !== undefined))
    found.push('nobody won, and the version that was stated stands');
  return found;
}
