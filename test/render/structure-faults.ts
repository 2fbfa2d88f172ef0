type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The objects of a PDF as `qpdf --json=2` prints them: the second element of `qpdf`. */
export type QpdfObjects = Record<string, { value?: Json; stream?: { dict: Json } }>;

/**
 * Faults of a PDF against a part of the Matterhorn protocol for PDF/UA that can be checked without a validator: mark
 * information, language, shown title, structure tree, alternative texts, header scopes, embedded fonts, tab order.
 */
export function structureFaults(objects: QpdfObjects): string[] {
  const follow = (value: Json | undefined): Json => {
    if (typeof value !== 'string' || !value.endsWith(' R')) return value ?? null;
    return objects[`obj:${value}`]?.value ?? null;
  };
  const at = (value: Json | undefined, key: string): Json => {
    const found = follow(value);
    return found !== null && typeof found === 'object' && !Array.isArray(found) ? follow(found[key]) : null;
  };
  const faults: string[] = [];
  const check = (holds: unknown, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const root = at(objects.trailer?.value, '/Root');
  check(at(at(root, '/MarkInfo'), '/Marked'), '06 not marked');
  check(at(root, '/Lang'), '11 no language');
  check(at(at(root, '/ViewerPreferences'), '/DisplayDocTitle'), '07 title not shown');
  const tree = at(root, '/StructTreeRoot');
  check(tree, '01 no structure tree');
  const walk = (node: Json): void => {
    const element = follow(node);
    if (Array.isArray(element)) {
      element.forEach(walk);
      return;
    }
    if (element === null || typeof element !== 'object') return;
    const role = element['/S'];
    if (role === '/Figure') check(element['/Alt'] ?? element['/ActualText'], '13 figure without text');
    if (role === '/TH') {
      const attributes = follow(element['/A']);
      const all = Array.isArray(attributes) ? attributes : [attributes];
      check(
        all.some((attribute) => at(attribute, '/Scope')),
        '15 header cell without scope',
      );
    }
    if ('/K' in element) walk(element['/K'] ?? null);
  };
  walk(at(tree, '/K'));
  for (const { value } of Object.values(objects)) {
    if (at(value, '/Type') === '/FontDescriptor')
      check(
        ['/FontFile', '/FontFile2', '/FontFile3'].some((file) => JSON.stringify(value).includes(`"${file}"`)),
        '31 font not embedded',
      );
    if (at(value, '/Type') === '/Page' && at(value, '/Annots'))
      check(at(value, '/Tabs') === '/S', '28 tab order');
  }
  return faults;
}
