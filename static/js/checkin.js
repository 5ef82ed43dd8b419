// The door on a phone: every scan is first kept on the phone, then sent; so it makes no difference whether there is
// network. Without this script the same page works with network alone.
"use strict";
{
  const byId = (id) => document.getElementById(id);
  const page = byId("checkin");
  const words = JSON.parse(page.dataset.words);
  const { event, gate } = page.dataset;
  const EVERY = 15_000; // milliseconds between two looks for news
  const FOUND = 20;
  const field = byId("find").querySelector("[name=said]");
  const filled = (text, facts) => text.replace(/\{(\w+)\}/g, (_all, name) => facts[name]);
  const clock = (at) => new Date(at).toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit" });
  const element = (tag, text, className = "") => Object.assign(document.createElement(tag), { textContent: text, className });

  let people = new Map(); // by the hash of their ticket: name, delegation
  let listed = null; // when the list was loaded
  let hasNetwork = true;
  let isSignedOut = false;

  // Codes and names as people type them
  const code = (text) => {
    const signs = text.replace(/[\s\-–.]/g, "").toUpperCase().replace(/[018]/g, (sign) => ({ 0: "O", 1: "I", 8: "B" })[sign]);
    return /^[A-Z2-7]{12}$/.test(signs) ? signs : "";
  };
  const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/([aou])e/g, "$1");
  async function hash(text) {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  // The list
  async function loadList() {
    take((await checkinStore.all("lists")).find((list) => list.event === event));
    try {
      const response = await fetch(page.dataset.list, { redirect: "manual" });
      if (isRefused(response)) {
        await checkinStore.remove("lists", event);
        take();
      } else if (response.ok) {
        const { seconds, people: rows } = await response.json();
        const list = { event, people: rows, loaded: Date.now(), until: Date.now() + 1000 * seconds };
        if (seconds) await checkinStore.put("lists", list);
        take(list);
      }
    } catch {
      hasNetwork = false;
    }
  }

  function take(list = { people: [], loaded: null }) {
    people = new Map(list.people.map(([ticket, name, delegation]) => [ticket, { name, delegation }]));
    listed = list.loaded;
  }

  // Signed out, or not on the team any more
  const isRefused = (response) => response.type === "opaqueredirect" || [403, 404].includes(response.status);

  // A scan: kept, shown, sent
  const scansHere = async () => (await checkinStore.all("scans"))
    .filter((scan) => scan.event === event)
    .sort((one, other) => one.at - other.at);
  async function checkIn(ticket) {
    const before = (await scansHere()).find((scan) => scan.ticket === ticket);
    const scan = { scan: crypto.randomUUID(), event, ticket, at: Date.now(), gate, sent: false };
    await checkinStore.put("scans", scan);
    show(scan, before);
    byId("found").replaceChildren();
    field.value = "";
    navigator.vibrate?.(before ? [80, 80, 80] : 80);
    await send();
  }

  // With network the card waits for the server, which knows what other phones have scanned; without, this phone decides.
  let settle = () => {};
  function show(scan, before) {
    const person = people.get(scan.ticket);
    const twice = before && filled(before.gate ? words.againAt : words.again, { time: clock(before.at), gate: before.gate });
    const [card, title, said] = [element("div", ""), element("p", ""), element("strong", "")];
    const unsent = waiting(scan, card, person);
    card.dataset.scan = scan.scan;
    title.append(said);
    card.append(title, element("h2", person.name), element("p", person.delegation), unsent);
    settle = () => {
      card.className = `notice ${hasNetwork ? "" : twice ? "warning" : "success"}`;
      said.textContent = hasNetwork ? words.asking : twice || words.in;
      unsent.hidden = hasNetwork;
    };
    settle();
    lay(card);
  }

  function lay(card) {
    byId("card").replaceChildren(card);
    byId("card").scrollIntoView({ block: "nearest" });
  }

  // That the scan is kept here, and the way to take it back
  function waiting(scan, card, person) {
    const part = element("div", "");
    const back = element("button", words.takeBack, "link");
    back.addEventListener("click", () => {
      line = line.catch(() => {}).then(async () => {
        await checkinStore.remove("scans", scan.scan);
        settle = () => {};
        card.className = "notice";
        card.replaceChildren(element("p", `${person.name}: ${words.takenBack}`));
        await tell();
      });
    });
    part.append(element("p", words.unsent), back);
    return part;
  }

  function warn(text) {
    const card = element("div", "", "notice error");
    card.append(element("p", text));
    lay(card);
  }

  // What waits goes to the server, one request after the other; a scan that is sent twice counts once.
  let line = Promise.resolve();
  const send = () => (line = line.catch(() => {}).then(sendNow));
  const shown = () => byId("card").querySelector("[data-scan]")?.dataset.scan ?? "";
  async function sendNow() {
    const unsent = (await scansHere()).filter((scan) => !scan.sent).slice(0, 100);
    const scans = unsent.map(({ scan, ticket, at, gate }) => ({ scan, ticket, gate, ago: Math.max(0, Date.now() - at) }));
    try {
      const response = await fetch(page.dataset.scans, {
        method: "POST",
        redirect: "manual",
        headers: { "Content-Type": "application/json", "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value },
        body: JSON.stringify({ scans, shown: shown() }),
        signal: AbortSignal.timeout(5_000),
      });
      isSignedOut = isRefused(response);
      hasNetwork = response.ok || isSignedOut;
      if (response.ok) await arrived(await response.json());
    } catch {
      hasNetwork = false;
    }
    await tell();
  }

  async function arrived({ results, numbers }) {
    byId("numbers").innerHTML = numbers;
    for (const result of results) {
      const scan = (await scansHere()).find((kept) => kept.scan === result.scan);
      if (scan && result.outcome === "refused") await checkinStore.remove("scans", scan.scan);
      else if (scan) await checkinStore.put("scans", { ...scan, sent: true });
      if (result.card && shown() === result.scan) byId("card").innerHTML = result.card;
      else if (result.outcome === "refused" && shown() === result.scan) warn(named(scan, result.words));
      else if (result.outcome !== "in" && scan) note(named(scan, result.words));
    }
  }

  function named(scan, text) {
    const name = people.get(scan?.ticket)?.name ?? "";
    return text.includes(name) ? text : `${name}: ${text}`;
  }

  // What came of scans that somebody has stopped looking at
  function note(text) {
    byId("notes").hidden = false;
    byId("notes").querySelector("ul").append(element("li", text));
  }

  async function tell() {
    const number = (await scansHere()).filter((scan) => !scan.sent).length;
    const facts = { people: people.size, time: listed && clock(listed), number };
    const network = hasNetwork ? words.online : people.size ? words.offline : words.empty;
    const waiting = number === 1 ? words.waitingOne : number ? words.waiting : "";
    const said = [isSignedOut ? words.signedOut : network, waiting].map((text) => filled(text, facts));
    if (byId("state").textContent !== said.join(" ").trim()) byId("state").textContent = said.join(" ").trim();
    byId("state").hidden = false;
    settle();
  }

  // Typed: a code or a name
  byId("find").addEventListener("submit", async (submitted) => {
    if (!field.value.trim() || !people.size) return; // the server's part
    submitted.preventDefault();
    const typed = code(field.value);
    const ticket = typed && await hash(typed);
    if (people.has(ticket)) return checkIn(ticket);
    const parts = folded(field.value).split(/\s+/).filter(Boolean);
    const fits = ({ name, delegation }) => parts.every((part) => folded(`${name} ${delegation}`).includes(part));
    const found = [...people].filter(([, person]) => fits(person)).slice(0, FOUND);
    if (found.length) list(found);
    else await askServer(words.nobody); // it knows more people, such as those without a place
  });

  // To the server with what is typed. Whether it can be reached is asked first: the browser would leave this page for
  // one that never comes.
  async function askServer(alone) {
    if (hasNetwork) {
      byId("found").replaceChildren();
      byId("card").replaceChildren(element("p", words.asking));
      await send();
    }
    if (hasNetwork) byId("find").submit();
    else warn(alone);
  }

  function list(found) {
    const rows = element("ul", "", "rows");
    for (const [ticket, { name, delegation }] of found) {
      const button = element("button", words.checkIn, "quiet");
      button.setAttribute("aria-label", `${words.checkIn}: ${name}`);
      button.addEventListener("click", () => checkIn(ticket));
      const row = element("li", "");
      row.append(element("h2", name), element("p", delegation), button);
      rows.append(row);
    }
    byId("card").replaceChildren();
    byId("found").replaceChildren(rows);
  }

  // The camera, where the browser reads codes itself
  async function offerCamera() {
    if (!("BarcodeDetector" in window) || !navigator.mediaDevices) return;
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    byId("camera").hidden = false;
    byId("camera").addEventListener("click", () => (byId("picture").srcObject ? stop() : look(detector)));
  }

  async function look(detector) {
    const picture = byId("picture");
    try {
      picture.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      await picture.play();
    } catch {
      return warn(words.noCamera);
    }
    picture.hidden = false;
    byId("camera").textContent = words.stop;
    let last = { code: "", at: 0 }; // the same ticket in front of the camera is one scan
    while (picture.srcObject) {
      const [seen] = await detector.detect(picture).catch(() => []);
      const read = seen ? code(seen.rawValue) : "";
      if (read && (read !== last.code || Date.now() - last.at > 3000)) await scanned(read);
      if (read) last = { code: read, at: Date.now() };
      await new Promise((resolve) => { setTimeout(resolve, 200); });
    }
  }

  async function scanned(read) {
    const ticket = await hash(read);
    if (people.has(ticket)) return checkIn(ticket);
    field.value = read; // registered since the list was loaded, perhaps: the server knows
    await askServer(words.unknown);
  }

  function stop() {
    byId("picture").srcObject.getTracks().forEach((track) => track.stop());
    byId("picture").srcObject = null;
    byId("picture").hidden = true;
    byId("camera").textContent = words.camera;
  }

  // An undone check-in is none on this phone either; whoever signs out leaves nothing, and loses no scan.
  document.addEventListener("submit", async (submitted) => {
    const ticket = submitted.target.dataset.ticket;
    if (!ticket) return;
    submitted.preventDefault();
    for (const scan of await scansHere()) if (scan.ticket === ticket && scan.sent) await checkinStore.remove("scans", scan.scan);
    submitted.target.submit();
  });
  byId("sign-out").addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    const waits = await send().then(scansHere).then((scans) => scans.some((scan) => !scan.sent)).catch(() => false);
    if (waits) return warn(words.keep);
    await checkinStore.wipe().catch(() => {}); // the server's answer clears the browser once more
    submitted.target.submit();
  });

  async function renew() {
    await checkinStore.forgetWhatIsOver();
    await loadList();
    await send();
  }

  async function begin() {
    await navigator.serviceWorker.register(page.dataset.worker);
    await renew();
    await checkinStore.keepPage(location.pathname).catch(() => {}); // without network it is kept already
    await offerCamera();
    page.dataset.ready = "yes";
    setInterval(send, EVERY);
    setInterval(renew, 4 * EVERY);
    addEventListener("online", send);
  }
  if (window.isSecureContext && "serviceWorker" in navigator && "indexedDB" in window) begin();
}
