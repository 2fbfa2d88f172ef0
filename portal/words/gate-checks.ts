/** What each check of the gate is called. */
const NAMES: Readonly<Record<string, string>> = {
  'disclosure-audit': 'Small numbers are withheld',
  definitions: 'Every measure says how it counts',
  'data-quality': 'The records are good enough',
  volumes: 'As many records as usual',
  files: 'All files are there',
  signature: 'The signature holds',
  'right-issue': 'The right month and commissioner',
  'earlier-months': 'Earlier months were issued',
};

/** A check in words; one that is new is told by its own name. */
export const gateCheckName = (check: string): string => NAMES[check] ?? check.replaceAll('-', ' ');
