/** One element of a page, with what stands in it. */
export type Element = {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
};

const VOID = new Set(['meta', 'rect', 'path', 'circle']);
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (text: string) =>
  text.replace(/&(\w+|#\d+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** Reads a page that is written strictly: attributes in double quotes, every element closed. Throws where it is not. */
export function readHtml(html: string): Element {
  const root: Element = { name: 'root', attributes: {}, children: [] };
  const open = [root];
  const token =
    /<!doctype html>|<(style|script)>([^]*?)<\/\1>|<(\/?)([a-z][a-zA-Z0-9]*)((?: [a-zA-Z-]+(?:="[^"]*")?)*)(\/?)>|([^<]+)|(<)/g;
  for (const [, raw, content, closing, name, attributes = '', , text, stray] of html.matchAll(token)) {
    const within = open.at(-1)!;
    if (stray) throw new Error(`stray <, after ${JSON.stringify(within.children.at(-1))}`);
    if (raw) within.children.push({ name: raw, attributes: {}, children: [content ?? ''] });
    else if (text) within.children.push(decoded(text));
    else if (name && closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes ${within.name}`);
    } else if (name) {
      const element: Element = { name, attributes: attributesOf(attributes), children: [] };
      within.children.push(element);
      if (!VOID.has(name) && !/\/$/.test(attributes)) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`${open.at(-1)!.name} is not closed`);
  return root;
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries<string>(
    [...text.matchAll(/ ([a-zA-Z-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      decoded(value),
    ]),
  );

/** An element and all within it, in reading order. */
export const elementsIn = (element: Element): Element[] => [
  element,
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsIn(child))),
];

/** The elements of a name within another. */
export const named = (element: Element, name: string): Element[] =>
  elementsIn(element).filter((each) => each.name === name);

/** Every text that a reader comes upon, in reading order: no style, no script, no white space between elements. */
export const textsWithin = (element: Element): string[] =>
  ['style', 'script'].includes(element.name)
    ? []
    : element.children.flatMap((child) =>
        typeof child === 'string' ? (child.trim() === '' ? [] : [child.trim()]) : textsWithin(child),
      );
