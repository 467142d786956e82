/** A failure that the gateway describes (RFC 9457), or none that we understand. */
export class Problem extends Error {
  readonly status: number;
  readonly part: string | null;

  constructor(status: number, detail: string, part: string | null = null) {
    super(detail);
    this.status = status;
    this.part = part;
  }

  static from(status: number, body: unknown): Problem {
    const { detail, title, part } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
    return new Problem(status, text(detail) ?? text(title) ?? `It answered with status ${status}.`, text(part));
  }
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof Problem && error.status === 401;
}

/** What a person can be told of a failure. */
export function explain(error: unknown): string {
  return error instanceof Problem ? error.message : "Rapport can't be reached. Is it running, and are you online?";
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
