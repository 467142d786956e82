interface Kept {
  asked?: number;
  rolls?: Record<string, number>;
}

const DAY = 86400000;

/**
 * What this browser remembers: when it last showed a survey, and by which chance each one was drawn. No name of a person, no
 * cookie, and nothing that is sent.
 */
export function memory(name: string) {
  const read = (): Kept => {
    try {
      return (JSON.parse(localStorage.getItem(name) || "{}") || {}) as Kept;
    } catch {
      return {};
    }
  };
  const write = (kept: Kept) => {
    try {
      localStorage.setItem(name, JSON.stringify(kept));
    } catch {
      // Not allowed here: then this page alone remembers.
    }
  };
  return {
    quiet: (days: number): boolean => Date.now() - (read().asked ?? 0) < days * DAY,
    asked: (): void => write({ ...read(), asked: Date.now() }),
    /** The same for a survey on every page, so that a share of visitors is asked and not of their pages. */
    drawn(survey: string, share: number): boolean {
      const kept = read();
      const roll = kept.rolls?.[survey] ?? Math.random();
      if (share < 1) {
        write({ ...kept, rolls: { ...kept.rolls, [survey]: roll } });
      }
      return roll < share;
    },
  };
}
