import { existsSync } from 'node:fs';
import path from 'node:path';
import { runStudy, studyFiles } from './addicts/run-study.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined || !studyFiles.every((name) => existsSync(path.join(folder, name)))) {
  console.error(`Give the folder that holds ${studyFiles.join(', ')}: npm run example:addicts -- <folder>`);
  process.exit(2);
}

try {
  const out = path.relative(process.cwd(), path.join(import.meta.dirname, '..', '..', 'out'));
  const { lines, agrees } = await runStudy(folder, out);
  console.log(['', ...lines].join('\n'));
  if (!agrees) console.error('A count or a figure does not agree with R.');
  process.exit(agrees ? 0 : 1);
} catch (error) {
  console.error(`The example stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
