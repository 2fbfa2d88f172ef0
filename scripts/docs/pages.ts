import { openapi } from '../../shared/description/openapi.ts';
import { documentJsonSchema } from '../../shared/outcomes/document-json-schema.ts';
import { measures } from '../../shared/outcomes/measures/registry.ts';
import { typescriptClient } from './typescript-client.ts';
import { README, readmePage } from './readme-page.ts';
import { DEPLOYMENT, deploymentPage } from './deployment-page.ts';
import { RUNBOOK, runbookPage } from './runbook-page.ts';
import { measuresPage } from './measures-page.ts';

/** The pages that are made from the code, each with its file. */
export const PAGES = [
  { file: 'docs/measures.md', text: () => measuresPage(measures) },
  {
    file: 'docs/outcome-document.schema.json',
    text: () => `${JSON.stringify(documentJsonSchema(), null, 2)}\n`,
  },
  { file: 'docs/openapi.json', text: () => `${JSON.stringify(openapi(), null, 2)}\n` },
  { file: 'examples/typescript/janus-client.ts', text: typescriptClient },
  { file: RUNBOOK, text: runbookPage },
  { file: DEPLOYMENT, text: deploymentPage },
  { file: README, text: readmePage },
] as const;
