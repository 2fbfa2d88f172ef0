import type { Counted } from '../computed.ts';

/**
 * Counts units one after another, and the distinct people behind them. Units of one person stand together, because a
 * person's history is read once and whole, so a change of person is a new person and no set is needed.
 */
export class Tally implements Counted {
  count = 0;
  people = 0;
  private last: string | undefined;

  add(who: string): void {
    this.count += 1;
    if (who === this.last) return;
    this.people += 1;
    this.last = who;
  }

  counted(): Counted {
    return { count: this.count, people: this.people };
  }
}
