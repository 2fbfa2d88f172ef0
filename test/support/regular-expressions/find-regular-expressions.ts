import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A regular expression of the code and where it stands. */
export type Found = { readonly file: string; readonly source: string; readonly flags: string };

/** The name that it is told by: its file and its text. */
export const nameOf = ({ file, source, flags }: Found): string => `${file} /${source}/${flags}`;

/**
 * Every regular expression that is written out in these folders, each file once, and the files that build one at run
 * time.
 */
export function findRegularExpressions(folders: readonly string[]): {
  readonly written: readonly Found[];
  readonly built: readonly string[];
} {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`)).sort();
  const each = files.map((file) => regularExpressionsIn(file, readFileSync(file, 'utf8')));
  return {
    written: each.flatMap(({ written }) => written),
    built: files.filter((_, index) => each[index]?.isBuilding === true),
  };
}

/** The same of one file's text, be it TypeScript or JavaScript. */
export function regularExpressionsIn(file: string, text: string) {
  const written = new Map<string, Found>();
  let isBuilding = false;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const found = { file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
      written.set(nameOf(found), found);
    }
    if (ts.isNewExpression(node) || ts.isCallExpression(node))
      isBuilding ||= ts.isIdentifier(node.expression) && node.expression.text === 'RegExp';
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return { written: [...written.values()], isBuilding };
}
