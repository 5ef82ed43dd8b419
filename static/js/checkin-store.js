// What a phone at the door keeps: the lists of people, by event, and the scans made on it. Nothing else, and not for long.
"use strict";
const checkinStore = (() => {
  const NAME = "checkin";
  const STORES = { lists: "event", scans: "scan" };
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  let opened;
  function database() {
    opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => {
        for (const [store, keyPath] of Object.entries(STORES)) request.result.createObjectStore(store, { keyPath });
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return opened;
  }
  const within = async (store, mode, act) => done(act((await database()).transaction(store, mode).objectStore(store)));
  const all = (store) => within(store, "readonly", (rows) => rows.getAll());
  const put = (store, row) => within(store, "readwrite", (rows) => rows.put(row));
  const remove = (store, key) => within(store, "readwrite", (rows) => rows.delete(key));

  // Lists of events that are over go, with the scans that have been sent.
  async function forgetWhatIsOver() {
    const over = (await all("lists")).filter((list) => list.until <= Date.now());
    for (const { event } of over) {
      await remove("lists", event);
      for (const scan of await all("scans")) if (scan.event === event && scan.sent) await remove("scans", scan.scan);
    }
  }

  // At sign-out everything goes: people, scans, the page itself.
  async function wipe() {
    (await database()).close();
    opened = undefined;
    await new Promise((resolve) => { // in another window it goes as soon as that is closed
      const request = indexedDB.deleteDatabase(NAME);
      request.onsuccess = request.onblocked = request.onerror = resolve;
    });
    await caches.delete(NAME);
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  }

  // The page as it is without anybody's name, and what it is made of.
  async function keepPage(address) {
    const parts = document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]");
    await (await caches.open(NAME)).addAll([address, ...[...parts].map((part) => part.href || part.src)]);
  }

  return { all, put, remove, forgetWhatIsOver, wipe, keepPage };
})();
