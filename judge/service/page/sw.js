// Shows the page while the server is away: network first, else what came last. Nothing of /v1 and
// no login is ever kept.
const KEPT = "page";
const SCREEN = /^\/(?:$|(?:problems|submissions|rounds)(?:\/|$)|(?:progress|results|settings)$)/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const screen = event.request.mode === "navigate" && SCREEN.test(url.pathname);
  const file = url.pathname.startsWith("/static/");
  if (event.request.method !== "GET" || url.origin !== location.origin || !(screen || file)) return;
  // Every screen is the same document. A request that another site began is not passed on: from
  // here it would seem to be that site's own.
  event.respondWith(answer(screen ? "/" : url.pathname));
});

async function answer(name) {
  const kept = await caches.open(KEPT);
  try {
    const found = await fetch(name);
    if (found.ok) await kept.put(name, found.clone());
    return found;
  } catch (error) {
    const last = await kept.match(name);
    if (last) return last;
    throw error;
  }
}
