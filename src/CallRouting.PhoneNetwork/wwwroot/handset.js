import { spokenNumber, displayNumber } from "./numbers.js";
import { ringer, reader } from "./sound.js";

const shownAtFirst = 60;
const roles = { caller: "Innringer", officer: "Vakthavende", lead: "Vaktleder", agent: "Veileder" };
const states = {
  idle: { icon: "free", word: "Ledig", mark: "" },
  ringing: { icon: "bell", word: "Ringer", mark: "ringing-now" },
  inCall: { icon: "talk", word: "I samtale", mark: "in-call" },
};

const byId = (id) => document.getElementById(id);
let phones = [];
let selected = null; // number
let phone = null; // the selected one in full
let shown = shownAtFirst;
let keypadIsNext = false; // who has just dialled or answered types keys as soon as they can be typed
let ringingBefore = new Set();
let clockOffset = 0;
let clockSpeed = 1;

// ---- talking to the network -------------------------------------------------------------------------------------------------------------

const path = (number, what = "") => `/phones/${number.replace("+", "")}${what}`;

async function ask(url, body) {
  const response = await fetch(url, body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const text = await response.text();
  const answer = text ? JSON.parse(text) : null;
  if (!response.ok) throw new Error(`${answer?.title ?? response.statusText} ${answer?.detail ?? ""}`);
  return answer;
}

async function act(what, body = {}) {
  byId("problem").hidden = true;
  try {
    const answer = await ask(path(selected, what), body);
    refresh();
    return answer;
  } catch (fault) {
    byId("problem").textContent = `Det gikk ikke: ${fault.message}`;
    byId("problem").hidden = false;
    return null;
  }
}

let refreshing = null;
let again = false;

// One refresh at a time; whatever happens meanwhile makes one more.
function refresh() {
  if (refreshing) {
    again = true;
    return;
  }
  refreshing = load().catch(() => {}).finally(() => {
    refreshing = null;
    if (again) {
      again = false;
      setTimeout(refresh, 100);
    }
  });
}

async function load() {
  phones = await ask("/phones");
  const wanted = selected;
  const full = wanted && phones.some((one) => one.number === wanted) ? await ask(path(wanted)) : null;
  if (wanted === selected) phone = full;
  showRinging();
  showList();
  showHandset();
  showHeard();
  showSms();
}

// ---- the list ---------------------------------------------------------------------------------------------------------------------------

const rank = { ringing: 0, inCall: 1, idle: 2 };

function matches(one) {
  const wanted = byId("search").value.trim().toLowerCase();
  const role = byId("role").value;
  const digits = wanted.replace(/[^0-9]/g, "");
  return (!role || one.role === role) && (!wanted || one.name.toLowerCase().includes(wanted) || (digits && one.number.includes(digits)));
}

function showList() {
  const found = phones.filter(matches).sort((a, b) => rank[a.state] - rank[b.state]);
  const busy = phones.filter((one) => one.state !== "idle").length;
  byId("count").textContent = `${found.length} av ${phones.length} telefoner · ${busy} aktive`;
  byId("more").hidden = found.length <= shown;
  replaceKeepingFocus(byId("phones"), found.slice(0, shown).map(listRow));
}

function listRow(one) {
  const state = states[one.state];
  const row = document.createElement("li");
  const button = Object.assign(document.createElement("button"), { type: "button" });
  button.dataset.number = one.number;
  button.setAttribute("aria-current", one.number === selected ? "true" : "false");
  // The digits of a number stay together on one line.
  const number = displayNumber(one.number).replaceAll(" ", "\u00a0");
  button.append(text("span", one.name, "name"), text("span", `${roles[one.role]} · ${number}`, "number"));
  const mark = text("span", "", `mark ${state.mark}`);
  mark.append(icon(state.icon), ` ${state.word}`);
  button.append(mark);
  button.onclick = () => select(one.number);
  row.append(button);
  return row;
}

// Redrawing must not throw a keyboard user out of the list.
function replaceKeepingFocus(list, rows) {
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.number : null;
  const scroll = list.scrollTop;
  list.replaceChildren(...rows);
  list.scrollTop = scroll;
  if (focused) list.querySelector(`[data-number="${focused}"]`)?.focus();
}

function showRinging() {
  const ringing = phones.filter((one) => one.state === "ringing");
  const bar = byId("ringing");
  const fresh = ringing.filter((one) => !ringingBefore.has(one.number));
  const same = fresh.length === 0 && ringing.length === ringingBefore.size;
  ringingBefore = new Set(ringing.map((one) => one.number));
  ringer.ring(ringing.length > 0);
  if (fresh.length > 0) byId("announcer").textContent = `Det ringer hos ${fresh.map((one) => one.name).join(" og ")}.`;
  if (same) return;
  bar.hidden = ringing.length === 0;
  bar.replaceChildren(
    ...ringing.map((one) => {
      const button = Object.assign(document.createElement("button"), { type: "button" });
      button.append(icon("bell", "ringing-now"), ` Det ringer hos ${one.name} – gå til telefonen`);
      button.onclick = () => {
        select(one.number);
        byId("handset").focus({ preventScroll: innerWidth > 1120 });
      };
      return button;
    }),
  );
}

// ---- the handset ------------------------------------------------------------------------------------------------------------------------

function select(number) {
  selected = number;
  phone = null;
  keypadIsNext = false;
  byId("problem").hidden = true;
  byId("pressed").textContent = "";
  byId("behaved").textContent = "";
  heardCount = -1;
  refresh();
}

function showHandset() {
  const stranger = selected && !phone;
  const state = phone?.state ?? (stranger ? "idle" : null);
  if (!selected) return;
  byId("handset-name").textContent = phone?.name && phone.name !== selected ? phone.name : displayNumber(selected);
  byId("handset-facts").textContent = `${roles[phone?.role ?? "caller"]} · ${displayNumber(selected)}`;
  byId("handset-state").hidden = false;
  byId("handset-state").replaceChildren(icon(states[state].icon), ` ${stateLine(state)}`);
  byId("dial").hidden = state !== "idle";
  byId("ring-buttons").hidden = state !== "ringing";
  byId("call").hidden = state !== "inCall";
  byId("behave").hidden = !phone;
  if (keypadIsNext && state === "inCall") {
    keypadIsNext = false;
    byId("keypad").firstElementChild.focus();
  }
  showRoom();
  if (phone && !byId("behave").contains(document.activeElement)) {
    byId("then").value = phone.behaviour?.then ?? "manual";
    byId("after").value = phone.behaviour?.answerAfterSeconds ?? 5;
  }
}

function stateLine(state) {
  if (state === "ringing") return `Det ringer. Anrop fra ${displayNumber(phone.call.from)}.`;
  if (state === "inCall" && phone.call.state === "ringing") return `Ringer opp ${displayNumber(phone.call.to)} …`;
  if (state === "inCall") return "I samtale";
  return "Ledig";
}

function showRoom() {
  const call = phone?.call;
  const line = byId("handset-room");
  line.hidden = !call?.inRoom;
  if (!call?.inRoom) return;
  const names = call.talkingWith.map((number) => phones.find((one) => one.number === number)?.name ?? displayNumber(number));
  line.classList.toggle("waiting", names.length === 0);
  const told = call.onHold ? "Satt på vent." : names.length > 0 ? `Snakker med ${names.join(" og ")}.` : "I rommet, venter på den andre.";
  line.replaceChildren(icon(names.length > 0 ? "check" : "wait"), ` ${told}`);
}

// ---- what is heard ----------------------------------------------------------------------------------------------------------------------

let heardCount = -1;

function showHeard() {
  const entries = phone?.heard ?? [];
  const list = byId("heard");
  const log = byId("heard-log");
  if (entries.length === heardCount) return;
  const fresh = heardCount < 0 ? [] : entries.slice(heardCount);
  if (heardCount <= 0) list.replaceChildren();
  const start = Math.max(0, heardCount);
  // The whole history of a phone is not news to a screen reader; only what comes after is.
  log.setAttribute("aria-live", heardCount < 0 ? "off" : "polite");
  list.append(...entries.slice(start).map(heardRow));
  if (entries.length === 0) list.append(text("li", "Ingenting ennå.", "none"));
  list.querySelector(".now")?.classList.remove("now");
  if (entries.length > 0) list.lastElementChild.classList.add("now");
  log.scrollTop = log.scrollHeight;
  heardCount = entries.length;
  requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
  fresh.filter((entry) => entry.language).forEach((entry) => reader.say(entry.text, entry.language));
}

function heardRow(entry) {
  const row = text("li", "", entry.language ? "" : "sound");
  if (entry.language) row.lang = entry.language;
  row.append(timeOf(entry.at), entry.text);
  return row;
}

function showSms() {
  const inbox = phone?.sms ?? [];
  const rows = inbox.map((message) => {
    const row = text("li", "");
    row.append(timeOf(message.at), text("b", `${displayNumber(message.from)}: `), message.body);
    return row;
  });
  byId("sms").replaceChildren(...(rows.length > 0 ? rows.reverse() : [text("li", "Ingen meldinger.", "none")]));
}

function timeOf(at) {
  const time = text("time", new Date(at).toLocaleTimeString("nb-NO", { timeZone: "Europe/Oslo" }));
  time.dateTime = at;
  return time;
}

function icon(name, className = "") {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("class", `icon ${className}`);
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(document.createElementNS("http://www.w3.org/2000/svg", "use"));
  drawing.firstChild.setAttribute("href", `#icon-${name}`);
  return drawing;
}

function text(tag, content, className = "") {
  return Object.assign(document.createElement(tag), { textContent: content, className });
}

// ---- hands ------------------------------------------------------------------------------------------------------------------------------

let pressed = "";
let pressedIn = null;

let pressing = Promise.resolve();

// One after the other: a postcode that is typed fast must arrive in the order in which it was typed.
const press = (key) => (pressing = pressing.then(() => pressNow(key)));

async function pressNow(key) {
  const answer = await act("/press", { keys: key });
  if (!answer) return;
  if (pressedIn !== phone?.call?.sid) [pressedIn, pressed] = [phone?.call?.sid, ""];
  pressed += answer.received;
  byId("pressed").textContent = answer.lost ? `${key} ble ikke hørt: ingen lytter etter taster nå.` : `Trykket ${[...pressed].join(" ")}`;
}

for (const key of "123456789*0#") {
  const button = Object.assign(text("button", key), { type: "button" });
  button.setAttribute("aria-label", spokenNumber(key));
  button.onclick = () => press(key);
  byId("keypad").append(button);
}

byId("keypad").onkeydown = (event) => {
  if (!/^[0-9*#]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  press(event.key);
};

byId("dial").onsubmit = async (event) => {
  event.preventDefault();
  keypadIsNext = (await act("/dial", { to: byId("to").value, withheld: byId("withheld").checked })) !== null;
};
byId("answer").onclick = async () => {
  await act("/answer");
  keypadIsNext = byId("problem").hidden;
};
byId("decline").onclick = () => act("/hang-up");
byId("hang-up").onclick = () => act("/hang-up");
byId("behave").onsubmit = async (event) => {
  event.preventDefault();
  if ((await act("/behave", { then: byId("then").value, answerAfterSeconds: Number(byId("after").value) })) !== undefined)
    byId("behaved").textContent = byId("problem").hidden ? "Lagret. Gjelder til du endrer det." : "";
};
byId("stranger").onsubmit = (event) => {
  event.preventDefault();
  const digits = byId("stranger-number").value.replace(/[^0-9+]/g, "");
  if (!/^\+?[0-9]{8,15}$/.test(digits)) {
    byId("stranger-number").setCustomValidity("Skriv åtte sifre, eller + og landkode.");
    byId("stranger-number").reportValidity();
    return;
  }
  select(digits.startsWith("+") ? digits : digits.length === 8 ? `+47${digits}` : `+${digits}`);
};
byId("stranger-number").oninput = () => byId("stranger-number").setCustomValidity("");
byId("search").oninput = byId("role").onchange = () => {
  shown = shownAtFirst;
  showList();
};
byId("more").onclick = () => {
  shown += 200;
  showList();
};

function toggle(id, sound) {
  const button = byId(id);
  button.onclick = () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    button.querySelector("b").textContent = on ? "på" : "av";
    sound.turn(on);
  };
}
toggle("ring-sound", ringer);
toggle("read-aloud", reader);

// ---- what happens -----------------------------------------------------------------------------------------------------------------------

async function showNumbers() {
  const numbers = await ask("/numbers");
  const national = "+4755553333";
  numbers.sort((a, b) => (b.number === national) - (a.number === national));
  byId("to").value = numbers[0] ? displayNumber(numbers[0].number) : "";
  byId("numbers").replaceChildren(
    ...numbers.map((one) => Object.assign(document.createElement("option"), { value: displayNumber(one.number), label: one.name === one.number ? "" : one.name })),
  );
  byId("presets").replaceChildren(
    ...numbers.slice(0, 3).map((one) => {
      const button = Object.assign(text("button", displayNumber(one.number)), { type: "button", title: one.name });
      button.onclick = () => (byId("to").value = displayNumber(one.number));
      return button;
    }),
  );
}

async function syncClock() {
  const { now, speed } = await ask("/clock");
  clockSpeed = speed;
  clockOffset = Date.parse(now) - performance.now() * speed;
}

function showClock() {
  const now = new Date(clockOffset + performance.now() * clockSpeed);
  const day = now.toLocaleDateString("nb-NO", { timeZone: "Europe/Oslo", weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const time = now.toLocaleTimeString("nb-NO", { timeZone: "Europe/Oslo" });
  byId("clock").textContent = `${day}, kl. ${time}${clockSpeed === 1 ? "" : ` (${clockSpeed}×)`}`;
}

const live = new EventSource("/live");
live.addEventListener("happened", refresh);
live.addEventListener("hello", async () => {
  byId("offline").hidden = true;
  await Promise.all([showNumbers(), syncClock()]);
  showClock();
  refresh();
});
live.onerror = () => (byId("offline").hidden = false);
setInterval(showClock, 500);
