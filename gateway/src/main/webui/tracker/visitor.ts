import { random } from "./random";

const NAME = "rapport_id";

/** The id in this site's own cookie, which is made or renewed for a year. */
export function visitor(): string {
  const id = document.cookie.match(`\\b${NAME}=(\\w+)`)?.[1] ?? random();
  write(id, 31536000);
  return id;
}

export function forget(): void {
  write("", 0);
}

function write(id: string, seconds: number): void {
  const secure = location.protocol === "https:" ? ";Secure" : "";
  document.cookie = `${NAME}=${id};Path=/;Max-Age=${seconds};SameSite=Lax${secure}`;
}
