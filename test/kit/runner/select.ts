/**
 * What a JSONPath (RFC 9535) finds in a JSON document, of the part of that language which the kit uses: names as
 * `.name` or `['name']`, all members as `[*]`, and those whose members equal something, as
 * `[?@.day==28]` or `[?@.measure=='caseload' && @.part=='headline']`.
 *
 * @throws Error when a path has anything else in it.
 * @example select({ points: [{ day: 28, value: 0.6 }] }, '$.points[?@.day==28].value') // [0.6]
 */
export function select(document: unknown, path: string): unknown[] {
  let found: unknown[] = [document];
  for (let rest = path.slice(1); rest !== '';) {
    const step = STEP.exec(rest)?.groups;
    if (!path.startsWith('$') || step === undefined) throw new Error(`not a path of the kit: ${path}`);
    const { all, name = step['quoted'], filter } = step;
    found = found.flatMap((node) => {
      const members = typeof node === 'object' && node !== null ? Object.entries(node) : [];
      if (all !== undefined) return members.map(([, member]): unknown => member);
      if (filter !== undefined) return members.map(([, member]): unknown => member).filter(passes(filter));
      return members.filter(([key]) => key === name).map(([, member]): unknown => member);
    });
    rest = rest.slice(step['whole']?.length);
  }
  return found;
}

const STEP =
  /^(?<whole>\.(?<name>[A-Za-z_]\w*)|\['(?<quoted>[^']+)'\]|\[(?<all>\*)\]|\[\?(?<filter>[^\]]+)\])/;
const CONDITION = /^@\.(?<name>[A-Za-z_]\w*)\s*==\s*(?:'(?<text>[^']*)'|(?<number>-?\d+(?:\.\d+)?))$/;

function passes(filter: string): (node: unknown) => boolean {
  const conditions = filter.split('&&').map((text) => {
    const condition = CONDITION.exec(text.trim())?.groups;
    if (condition === undefined) throw new Error(`not a condition of the kit: ${text}`);
    return { name: condition['name'] ?? '', value: condition['text'] ?? Number(condition['number']) };
  });
  return (node) =>
    typeof node === 'object' &&
    node !== null &&
    conditions.every(({ name, value }) => (node as Record<string, unknown>)[name] === value);
}
