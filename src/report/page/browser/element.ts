import { visibleText } from '../../visible-text.ts';

type Child = Node | string | null;

/** Makes an element. All text goes in as text, never as markup, with steering characters made visible. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, visibleText(value));
  for (const child of children) {
    if (child !== null) made.append(typeof child === 'string' ? visibleText(child) : child);
  }
  return made;
}

/** The element of the page with this id and of this kind; the generator and this script must agree on it. */
export function pageElement<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`Found no "${id}" in the page, expected one; write the report again.`);
}
