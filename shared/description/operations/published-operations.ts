import type { Operation } from '../operation.ts';
import { json } from './json.ts';

/** What anybody may have, without a token. */
export const publishedOperations = {
  'GET /health': {
    id: 'getHealth',
    tag: 'Published',
    summary: 'Whether the interface answers',
    answers: { 200: json('It does.', 'Health', { status: 'ok' }) },
    problems: {},
  },
  'GET /openapi.json': {
    id: 'getDescription',
    tag: 'Published',
    summary: 'This description',
    answers: { 200: json('OpenAPI 3.1.', 'Description', { openapi: '3.1.0' }) },
    problems: {},
  },
  'GET /docs': {
    id: 'getDocs',
    tag: 'Published',
    summary: 'A page to read this description, search it and try calls',
    answers: { 200: { description: 'The page.', file: 'text/html' } },
    problems: {},
  },
  'GET /docs/{file}': {
    id: 'getDocsFile',
    tag: 'Published',
    summary: 'What that page is made of',
    path: { file: { description: 'Its name.', example: 'swagger-ui.css' } },
    answers: { 200: { description: 'The file.', file: 'text/css' } },
    problems: {},
  },
  'GET /portal': {
    id: 'getPortal',
    tag: 'Published',
    summary: 'A page for people: packs, approval, uploads, finance, runs, as whoever signs in may see them',
    answers: { 200: { description: 'The page.', file: 'text/html' } },
    problems: {},
  },
  'GET /portal/{file}': {
    id: 'getPortalFile',
    tag: 'Published',
    summary: 'What that page is made of; config.json says where people sign in',
    path: { file: { description: 'Its name.', example: 'portal.js' } },
    answers: { 200: { description: 'The file.', file: 'text/javascript' } },
    problems: {},
  },
  'GET /signing-key.pem': {
    id: 'getSigningKey',
    tag: 'Published',
    summary: 'The public key that packs are signed with',
    answers: { 200: { description: 'The key.', file: 'application/x-pem-file' } },
    problems: {},
  },
  'GET /outcome-document.schema.json': {
    id: 'getOutcomeDocumentSchema',
    tag: 'Published',
    summary: 'The JSON schema of outcomes.json',
    answers: { 200: { description: 'The schema.', file: 'application/schema+json' } },
    problems: {},
  },
} as const satisfies Readonly<Record<string, Operation>>;
