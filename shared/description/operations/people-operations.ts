import type { Operation } from '../operation.ts';
import { json } from './json.ts';

const personRef = {
  personRef: { description: 'The provider’s own reference of the person.', example: 'SU-1042' },
};

/** What is held on people, reports on them, and who was handed what. */
export const peopleOperations = {
  'DELETE /v1/people/{personRef}': {
    id: 'erasePerson',
    tag: 'People',
    summary: 'Erase a person, and learn which issued figures they are counted in',
    path: personRef,
    answers: { 200: json('The erasure.', 'Erasure', { erasure: 'x1', state: 'erased', figures: [] }) },
    problems: { 409: ['erasure-under-way'], 410: ['erased'], 503: ['erasure-cut-short'] },
  },
  'GET /v1/people/{personRef}/access': {
    id: 'getSubjectAccess',
    tag: 'People',
    summary: 'Everything held on a person',
    path: personRef,
    query: { format: { description: 'json or pdf.', schema: { type: 'string', enum: ['json', 'pdf'] } } },
    answers: { 200: json('All of it; as a PDF with format=pdf.', 'SubjectAccess', {}) },
    problems: { 400: ['invalid-format'], 409: ['erasure-under-way'], 410: ['erased'], 413: ['too-large'] },
  },
  'GET /v1/people/{personRef}/report': {
    id: 'getReferrerReport',
    tag: 'People',
    summary: 'A written report on one placement for its referrer',
    path: personRef,
    query: {
      provider: { description: 'Whose reference it is; a referrer has to say.', example: 'harbour-house' },
      placement: { description: 'Which placement, where there are several.' },
    },
    answers: { 200: { description: 'The report.', file: 'application/pdf' } },
    problems: {
      400: ['provider-required', 'placement-required'],
      403: ['report-not-agreed'],
      409: ['no-referrer', 'records-removed', 'erasure-under-way'],
      410: ['erased'],
      413: ['too-large'],
    },
  },
  'GET /v1/referrer-reports/due': {
    id: 'listDueReports',
    tag: 'People',
    summary: 'Reports that are due and were not issued',
    answers: { 200: json('The reports, the most urgent first.', 'DueReports', { reports: [] }) },
    problems: {},
  },
  'GET /v1/audit': {
    id: 'getAudit',
    tag: 'Audit',
    summary: 'Who was handed what, erased and removed, newest first',
    query: {
      month: { description: 'The month, as YYYY-MM; this one without it.', example: '2026-10' },
      cursor: { description: 'As the page before gave it.' },
    },
    answers: { 200: json('A page of entries.', 'Audit', { month: '2026-10', entries: [] }) },
    problems: { 400: ['invalid-query'] },
  },
} as const satisfies Readonly<Record<string, Operation>>;
