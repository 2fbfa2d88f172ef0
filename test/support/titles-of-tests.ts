import ts from 'typescript';

/**
 * The titles in a file of tests, as they are written there, of the tests that run: their own, those of the groups that
 * they are in, and the names of the rows they run over. What is skipped, left to do or has no body has none.
 */
export function titlesOfTests(source: string): string[] {
  const file = ts.createSourceFile('a.test.ts', source, ts.ScriptTarget.Latest, true);
  return titlesIn(file);
}

function titlesIn(node: ts.Node): string[] {
  const called = ts.isCallExpression(node) ? asTest(node) : undefined;
  if (called === undefined) return childrenOf(node).flatMap(titlesIn);
  const { kind, modifiers, title, body, rows } = called;
  if (body === undefined || modifiers.some((modifier) => NOT_RUN.has(modifier))) return [];
  const inside = kind === 'describe' ? titlesIn(body) : [];
  const runs = kind !== 'describe' || inside.length > 0;
  return runs ? [...(title === undefined ? [] : [title]), ...rows, ...inside] : [];
}

const NOT_RUN: ReadonlySet<string> = new Set(['skip', 'todo', 'fails', 'skipIf', 'runIf']);

/** A call of `test`, `it` or `describe` with a title and a body; undefined for every other call. */
function asTest(call: ts.CallExpression) {
  const modifiers: string[] = [];
  let rows: string[] = [];
  let callee: ts.Expression = call.expression;
  for (;;) {
    if (ts.isPropertyAccessExpression(callee)) {
      modifiers.push(callee.name.text);
      callee = callee.expression;
    } else if (ts.isCallExpression(callee)) {
      rows = callee.arguments.flatMap(rowsIn);
      callee = callee.expression;
    } else break;
  }
  if (!ts.isIdentifier(callee) || !/^(?:test|it|describe)$/.test(callee.text)) return undefined;
  const [title, ...others] = call.arguments;
  // Of `test.each(rows)(title, body)` the inner call is no test yet.
  if (call.arguments.length < 2) return undefined;
  return {
    ...{ kind: callee.text, modifiers, rows },
    title: title !== undefined && ts.isStringLiteralLike(title) ? title.text : undefined,
    body: others.find(isFunction),
  };
}

const isFunction = (node: ts.Node) => ts.isArrowFunction(node) || ts.isFunctionExpression(node);

/** What the rows of a table that is written out begin with. */
function rowsIn(table: ts.Node): string[] {
  if (!ts.isArrayLiteralExpression(table)) return [];
  return table.elements.flatMap((row) => {
    const name = ts.isArrayLiteralExpression(row) ? row.elements[0] : row;
    return name !== undefined && ts.isStringLiteralLike(name) ? [name.text] : [];
  });
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return children;
}
