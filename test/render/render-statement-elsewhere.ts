import { createHash } from 'node:crypto';
import { statementFiles } from '../../shared/render/statement-files.ts';
import { aStatementDocument } from '../support/statement-document.ts';

/** Prints the hashes of a statement's files that are written in this process. */
const files = await statementFiles(aStatementDocument());
const hashes = Object.entries(files).map(([name, bytes]) => [
  name,
  createHash('sha256').update(bytes).digest('hex'),
]);
console.log(JSON.stringify(Object.fromEntries(hashes)));
