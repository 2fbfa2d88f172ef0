/**
 * Colours that stay apart for colour-blind readers (Okabe & Ito 2008, darkened where text stands on them), each with
 * the colour of the text on it. No chart tells things apart by colour alone.
 */
export const SERIES = [
  { fill: '#0a5c8f', ink: '#ffffff' },
  { fill: '#e69f00', ink: '#1c2833' },
  { fill: '#8ec9ea', ink: '#1c2833' },
  { fill: '#b5460a', ink: '#ffffff' },
  { fill: '#00694e', ink: '#ffffff' },
  { fill: '#e3a6c6', ink: '#1c2833' },
] as const;

/** What is still open: no outcome, so no colour. */
export const OPEN = { fill: '#dcdfe3', ink: '#1c2833' } as const;

export const INK = '#1c2833';
export const SOFT_INK = '#566573';
export const GRID = '#dfe4e8';
export const ACCENT = '#0a5c8f';
