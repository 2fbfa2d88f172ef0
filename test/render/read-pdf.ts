import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Node = { role?: string; alt?: string; children?: Node[] };

/** What a reader, and a reading machine, gets from a PDF. */
export type ReadPdf = {
  pages: string[];
  /** All text without spaces and break marks, so that line breaks do not matter. */
  squeezed: string;
  title: unknown;
  language: unknown;
  created: unknown;
  marked: boolean;
  /** The roles of the structure tree, with the alternative texts of its figures. */
  roles: string[];
  alternatives: (string | undefined)[];
  outline: string[];
};

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  const roles: string[] = [];
  const alternatives: (string | undefined)[] = [];
  const walk = (node: Node | null) => {
    if (!node) return;
    if (node.role) roles.push(node.role);
    if (node.role === 'Figure') alternatives.push(node.alt);
    node.children?.forEach(walk);
  };
  for (let i = 1; i <= pdf.numPages; i += 1) {
    const page = await pdf.getPage(i);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    walk((await page.getStructTree()) as Node | null);
  }
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
  const outline = (await pdf.getOutline()) as { title: string }[] | null;
  const marked = (await pdf.getMarkInfo()) as unknown as Map<string, boolean> | null;
  await task.destroy();
  return {
    pages,
    squeezed: squeeze(pages.join(' ')),
    title: info.Title,
    language: info.Language,
    created: info.CreationDate,
    marked: marked?.get('Marked') === true,
    roles,
    alternatives,
    outline: (outline ?? []).map(({ title }) => title),
  };
}

/** A text without spaces, break marks and the like. */
export const squeeze = (text: string): string => text.replace(/[\s\u200b\u00ad]+/g, '');
