// Time: a histogram of claims with two handles, from and until. "Until" is the day of the whole page.
let playing = null;

function bounds() {
  return [scale.first, scale.last];
}

// Bars are as wide as days, weeks or months, whichever can still be told apart.
function bins() {
  const [first, last] = bounds();
  const size = [1, 7, 30, 91, 365].find((days) => ((last - first) / days) * 4 <= scale.width) || 365;
  const counts = new Map();
  const shown = new Map();
  const key = state.clock === "published" ? "reported" : "since";
  for (const claim of claims.values()) {
    if (!claim[key]) continue;
    const at = Math.floor((dayNumber(claim[key]) - first) / size);
    if (at < 0 || first + at * size > last) continue;
    counts.set(at, (counts.get(at) || 0) + 1);
    if (visible(claim)) shown.set(at, (shown.get(at) || 0) + 1);
  }
  return { size, counts, shown };
}

function drawBars() {
  const box = byId("bars");
  const high = box.clientHeight || 34;
  const { size, counts, shown } = bins();
  const most = Math.max(1, ...counts.values());
  const wide = Math.min(16, Math.max(2, (size / (scale.last - scale.first)) * scale.width - 1));
  const bar = ([at, count], kind) => {
    const tall = Math.max(2, (count / most) * (high - 2));
    const day = dayOf(scale.first + at * size);
    const title = kind === "all" ? svg("title", {}, `${size === 1 ? inWords(day) : `${size} days from ${inWords(day)}`}: ${counted(count, "claim", "claims")}`) : null;
    return svg("rect", { class: kind, x: across(day).toFixed(1), y: (high - tall).toFixed(1), width: wide.toFixed(1), height: tall.toFixed(1) }, title);
  };
  const drawing = svg("svg", { width: scale.width, height: high, "aria-hidden": "true" }, [...counts].map((one) => bar(one, "all")), [...shown].map((one) => bar(one, "shown")));
  drawing.addEventListener("click", (event) => setDay(dayOf(Math.round(scale.first + (event.offsetX / scale.width) * (scale.last - scale.first)))));
  box.replaceChildren(drawing);
  box.setAttribute("aria-label", `Claims by day: ${counted(claims.size, "claim", "claims")} in all, at most ${most} in one bar`);
}

function snapped(day) {
  const stops = stopsOf(state.clock);
  const at = stopAt(day);
  return at < 0 ? stops[0] : stops[Math.min(at, stops.length - 1)];
}

// The last stop is not "all that is told" where claims without a day would come to it.
function setDay(day) {
  const stops = stopsOf(state.clock);
  const next = day === null || day > stops.at(-1) ? null : snapped(day);
  if (next === state.day) return tellTime();
  state.day = next;
  if (state.from !== null && next !== null && state.from > next) state.from = null;
  changed("time");
}

function setFrom(day) {
  const stops = stopsOf(state.clock);
  state.from = day === null || day <= stops[0] ? null : day;
  if (state.day !== null && state.from > state.day) state.from = state.day;
  changed("time");
}

function stepDay(by) {
  const stops = stopsOf(state.clock);
  const at = (state.day === null ? stops.length : stopAt(state.day)) + by;
  if (at < 0) return;
  setDay(at >= stops.length ? null : stops[at]);
}

function tellTime() {
  const stops = stopsOf(state.clock);
  const [from, until] = [byId("from"), byId("until")];
  for (const input of [from, until]) [input.min, input.max] = bounds();
  from.value = state.from === null ? scale.first : dayNumber(state.from);
  until.value = state.day === null ? scale.last : dayNumber(state.day);
  const verb = state.clock === "published" ? "reported" : "so";
  until.setAttribute("aria-valuetext", state.day === null ? "all that is told" : `as ${verb} by ${inWords(state.day)}`);
  from.setAttribute("aria-valuetext", state.from === null ? "from the first" : `${verb} from ${inWords(state.from)}`);
  const { grain } = data.told.days;
  byId("drag-hint").hidden = state.day !== null;
  byId("drag-hint").textContent = grain === "day" ? "drag for a day" : `drag for the end of a ${grain}`;
  byId("day").textContent = state.day === null ? "all that is told" : inWords(state.day);
  const [first, last] = [state.from || stops[0], state.day || stops.at(-1)];
  const verbs = state.clock === "published" ? "Reported" : "In force";
  byId("range").textContent = first === last ? `${verbs} on ${shortDay(first)}` : `${verbs} between ${shortDay(first)} and ${shortDay(last)}`;
  byId("all-time").hidden = state.day === null && state.from === null;
  byId("step-back").disabled = stopAt(state.day) <= 0;
  byId("step-on").disabled = state.day === null;
  const undated = document.querySelector('[name="undated"]');
  if (undated) undated.checked = state.undated === null ? state.day === null && state.from === null : state.undated;
  byId("clock").value = state.clock;
  placeLine();
}

function placeLine() {
  const line = byId("now-line");
  line.hidden = state.day === null;
  if (state.day !== null) line.style.setProperty("--at", inside(state.day).toFixed(1) + "px");
}

function play() {
  const button = byId("play");
  const stop = () => { clearInterval(playing); playing = null; button.textContent = "▷"; button.setAttribute("aria-label", "Play, step by step"); };
  if (playing) return stop();
  if (state.day === null) setDay(stopsOf(state.clock)[0]);
  // Who asked for little motion gets one step a press.
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return stepDay(1);
  button.textContent = "❚❚";
  button.setAttribute("aria-label", "Stop");
  playing = setInterval(() => { if (state.day === null) stop(); else stepDay(1); }, 900);
}

// Arrows step from one day on which something is told to the next; dragging follows the pointer.
function keys(event, step, ends) {
  const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
  if (by) { event.preventDefault(); step(by); }
  if (event.key === "Home" || event.key === "End") { event.preventDefault(); ends(event.key); }
}

function startTime() {
  if (!stopsOf("published").length && !stopsOf("valid").length) { byId("time").hidden = true; return; }
  if (stopsOf("published").length === 0) state.clock = "valid";
  const [from, until] = [byId("from"), byId("until")];
  const dragged = onceAFrame(() => setDay(Number(until.value) >= scale.last ? null : dayOf(Number(until.value))));
  until.addEventListener("input", dragged);
  from.addEventListener("input", onceAFrame(() => setFrom(Number(from.value) <= scale.first ? null : dayOf(Number(from.value)))));
  until.addEventListener("keydown", (event) => keys(event, stepDay, (key) => setDay(key === "End" ? null : stopsOf(state.clock)[0])));
  from.addEventListener("keydown", (event) => keys(event, (by) => {
    const at = Math.max(0, stopAt(state.from === null ? stopsOf(state.clock)[0] : state.from) + by);
    setFrom(stopsOf(state.clock)[at] || null);
  }, (key) => setFrom(key === "Home" ? null : stopsOf(state.clock).at(-1))));
  byId("step-back").addEventListener("click", () => stepDay(-1));
  byId("step-on").addEventListener("click", () => stepDay(1));
  byId("play").addEventListener("click", play);
  byId("all-time").addEventListener("click", () => { [state.day, state.from, state.undated] = [null, null, null]; changed("time"); });
  byId("clock").addEventListener("change", (event) => { state.clock = event.target.value; state.from = null; if (state.day !== null) state.day = snapped(state.day); changed("time"); });
  byId("chart").addEventListener("change", (event) => {
    if (event.target.name === "undated") { state.undated = event.target.checked; changed("time"); }
  });
  onChange((what) => { if (what === "theme" || what === "chosen" || what === "view") return; resizeTime(what); });
}

function resizeTime(what) {
  if (what === "time" || what === "address" || what === "size") setScale(state.clock);
  scale.width = Math.max(60, byId("histogram").clientWidth);
  drawBars();
  tellTime();
}
