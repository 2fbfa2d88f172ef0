/** What a token may do, in words, and for whom that is of use. */
export const scopes = [
  ['records/write', 'Send records'],
  ['records/read', 'Read records'],
  ['packs/read', 'Read packs'],
  ['finance/read', 'Read blocks and statements'],
  ['finance/write', 'Send blocks and claims'],
  ['reports/read', 'Read reports for referrers'],
  ['admin/all', 'Everything of the operator'],
] as const;
