type Attributes = Record<string, string | number | boolean | undefined>;

/** An element with its attributes (none where a value is false or missing), and with texts, which stay texts, and elements in it. */
export function h(name: string, attributes: Attributes = {}, ...content: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      element.setAttribute(attribute, value === true ? "" : String(value));
    }
  }
  element.append(...content);
  return element;
}
