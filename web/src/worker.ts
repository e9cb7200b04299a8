// Registers the service worker, which shows the page while the server is away.

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

export function keepForLater(): void {
  const policies = (window as unknown as { trustedTypes?: Policies }).trustedTypes;
  if (!("serviceWorker" in navigator)) return;
  const address = "/sw.js";
  const trusted = policies?.createPolicy("judge", {
    createScriptURL(url) {
      if (url !== address) throw new TypeError("no other program is loaded");
      return url;
    },
  });
  const url = (trusted?.createScriptURL(address) ?? address) as string;
  // Without it the page works, but not while the server is away.
  navigator.serviceWorker.register(url).catch(() => null);
}
