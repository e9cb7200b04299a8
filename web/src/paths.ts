// Addresses of the page's screens.
const HERE = /^\/(?![/\\])/;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ID = /^[0-9a-zA-Z_-]{1,64}$/;

/** Whether an address leads out of the page. */
export function leaves(address: string): boolean {
  return !HERE.test(address);
}

/** A problem's slug or a row's id, or null where a text is neither: it comes into no path then. */
export function slugOf(text: string | undefined): string | null {
  return text !== undefined && SLUG.test(text) ? text : null;
}

export function idOf(text: string | undefined): string | null {
  return text !== undefined && ID.test(text) ? text : null;
}

const moved = new Set<() => void>();

/** Show another screen, and have the browser's Back lead to this one. */
export function go(address: string): void {
  history.pushState(null, "", address);
  for (const listener of moved) listener();
}

/** Change the query of this screen's address; no step of the history. */
export function setQuery(query: URLSearchParams): void {
  const text = query.toString();
  history.replaceState(history.state, "", location.pathname + (text && `?${text}`));
}

/** Call `listener` whenever the address is another one. */
export function onMoved(listener: () => void): () => void {
  moved.add(listener);
  addEventListener("popstate", listener);
  return () => {
    moved.delete(listener);
    removeEventListener("popstate", listener);
  };
}

/** Follow links of the page without loading it again. */
export function followLinks(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (link === null || !plain || event.defaultPrevented || link.target || link.download) return;
    const own = link.getAttribute("href") ?? "";
    if (leaves(own) || own.startsWith("/v1/") || own.startsWith("/static/")) return;
    event.preventDefault();
    go(own);
  });
}
