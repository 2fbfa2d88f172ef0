const BEGIN = '<!-- What follows is made by `npm run docs`: change it in the code. -->';
const END = '<!-- Here it ends. -->';

/**
 * A page with what stands between its two marks made anew.
 *
 * @throws Error where the page has lost a mark
 */
export function betweenMarks(page: string, name: string, made: string): string {
  const [before, rest] = halves(page, name, BEGIN);
  const [, after] = halves(rest, name, END);
  return `${before}${BEGIN}\n\n${made}\n\n${END}${after}`;
}

function halves(text: string, name: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`${name} has no line ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
