/** What a page needs to show surveys. */
export function snippetOf(origin: string): string {
  return `<script defer src="${origin}/widget.js" data-key="pk_…"></script>`;
}
