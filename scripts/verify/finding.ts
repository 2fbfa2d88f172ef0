/** What was found of one thing. `unproven`: nothing is wrong with it, but nothing that is trusted vouches for it. */
export type Finding = {
  readonly what: string;
  readonly verdict: 'ok' | 'wrong' | 'unproven';
  readonly says: string;
};

export const ok = (what: string, says = ''): Finding => ({ what, verdict: 'ok', says });

export const wrong = (what: string, says: string): Finding => ({ what, verdict: 'wrong', says });

export const unproven = (what: string, says: string): Finding => ({ what, verdict: 'unproven', says });
