/** What every part begins with; ECMA-376, part 2, 6.2.5 wants XML 1.0 in UTF-8. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The vocabularies of the parts: ECMA-376, part 1, annex A, and part 2, annex D. */
export const NAMESPACES = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  drawing: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  app: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
  package: 'http://schemas.openxmlformats.org/package/2006',
} as const;

/** Attributes in their order; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * An element with its attributes and, as XML already, what is in it.
 *
 * @example element('font', {}, element('sz', { val: 12 })) // '<font><sz val="12"/></font>'
 */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) start += ` ${key}="${typeof value === 'string' ? inAttribute(value) : value}"`;
  const content = children.reduce((before, child) => before + child, '');
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** An element of such children, or nothing where there are none: few lists of the standard may be empty. */
export const listed = (name: string, attributes: Attributes, items: readonly string[]): string =>
  items.length === 0 ? '' : element(name, attributes, items.join(''));

/**
 * A text as content of an element. What XML has no place for (controls, and two code points that are no characters) is
 * left out; a break of lines is one character, as XML's readers have it. Where a text looks like an escape (`_x0041_`)
 * it is escaped itself, since spreadsheets read that as a letter.
 *
 * Source: XML 1.0, 2.2 and 2.11; ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
 */
export const inText = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .replace(/\r\n?/g, '\n')
        .replace(NO_CHARACTERS, '')
        .replace(ESCAPE, '_x005F_')
        .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);

/** A text as an attribute's value: as in content, and breaks of lines and tabs by their escapes, or they would be spaces. */
export const inAttribute = (text: string): string =>
  inText(text).replace(/["\t\n]/g, (character) => ENTITIES[character] ?? character);

/** Nearly every text: what can be printed of ASCII, without `&`, `<`, `>` and `_`. */
const PLAIN = /^[\u0020-%'-;=?-^`-~]*$/;
const NO_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '_x0009_',
  '\n': '_x000A_',
};
