/** Keeps the whole page, so that it opens without a network; a build with another name replaces it. */
declare const BUILD: { readonly name: string; readonly files: readonly string[] };

interface Extendable extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetched extends Extendable {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
const scope = globalThis as unknown as { skipWaiting(): Promise<void>; readonly clients: { claim(): Promise<void> }; addEventListener(type: string, listen: (event: Event) => void): void };

scope.addEventListener("install", (event) => (event as Extendable).waitUntil(caches.open(BUILD.name).then((cache) => cache.addAll(BUILD.files)).then(() => scope.skipWaiting())));
scope.addEventListener("activate", (event) =>
  (event as Extendable).waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== BUILD.name).map((name) => caches.delete(name)))).then(() => scope.clients.claim())),
);
scope.addEventListener("fetch", (event) => {
  const { request } = event as Fetched;
  if (request.method !== "GET") return;
  (event as Fetched).respondWith(caches.match(request, { ignoreSearch: true }).then((kept) => kept ?? fetch(request)));
});
