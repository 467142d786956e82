/** 128 random bits. `crypto.randomUUID` is missing where a page comes without TLS. */
export function random(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => (byte + 256).toString(16).slice(1)).join("");
}
