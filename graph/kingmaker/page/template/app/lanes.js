// Standing over time: a lane for each candidate of each race. What is so is filled, what is hedged is hollow
// with "?", what is denied is crossed; the day line says up to where it was known.
const LANES_AT_FIRST = 12; // races drawn before the reader asks for more
const LANES_AT_ONCE = 3; // of these drawn before anything else on the page is
const LASTING = new Set(["talk", "running"]);
let lanesShown = LANES_AT_FIRST;

// The lanes of all that is told, so that nothing moves when the day does; each with its entries known by then.
function lanesOf(race) {
  const final = finalState(race);
  const known = statesOfRaces.get(race).contests;
  return final.map((contest, number) => ({
    contest, number,
    rows: contest.entries.map((i) => race.entries[i]).map((entry) => ({
      entry, now: known.filter((one) => one.final === number).flatMap((one) => one.entries.map((i) => [one, race.entries[i]])).filter(([, one]) => one.person === entry.person),
    })),
  }));
}

function finalState(race) {
  return race.published.at(-1)[1].map((i) => race.contests[i]);
}

function stepsIn(race, entry) {
  return entry.steps.map((i) => race.steps[i]);
}

function inWordsOf(race, rows) {
  const told = rows.flatMap(([, entry]) => stepsIn(race, entry)).map((step) => `${step.text}${step.mark ? ` (${step.mark})` : ""}${step.dated ? `, ${step.dated}` : ""}`);
  return told.length ? told.join("; ") : "nothing told by then";
}

function laneRow(race, contest, { entry, now }) {
  const name = el("button", { type: "button", class: "lane-name", "data-node": entry.person, "aria-label": `${nameOf(entry.person)}: ${inWordsOf(race, now)}`, title: nameOf(entry.person) }, nameOf(entry.person));
  const past = state.day !== null;
  const ghost = past ? svg("g", { class: "ghost" }, marksOf(race, contest, entry)) : null;
  const marks = now.map(([known, one]) => svg("g", {}, marksOf(race, known, one)));
  const plot = svg("svg", { width: scale.width, height: 24, "aria-hidden": "true" }, svg("line", { class: "base", x1: 0, x2: scale.width, y1: 12, y2: 12 }), ghost, marks);
  const first = now.length ? "" : " unknown";
  return el("div", { class: "lane" + (state.chosen === entry.person ? " chosen" : "") + first, "data-node": entry.person }, name, plot);
}

function marksOf(race, contest, entry) {
  const steps = stepsIn(race, entry);
  const moved = steps.filter((step) => step.moved && step.since);
  const end = contest.closed || (state.day !== null ? state.day : dayOf(scale.last));
  const bars = moved.map((step, place) => bar(step, moved[place + 1] ? moved[place + 1].since : end)).filter(Boolean);
  return [...bars, ...apart(steps.filter((step) => step.since)).map(([step, x]) => mark(step, x))];
}

// A standing lasts until the next one; to be chosen or to be out lasts for ever and needs no bar.
function bar(step, until) {
  if (!LASTING.has(step.tone) || until <= step.since) return null;
  return svg("line", { class: `bar ${step.tone}`, x1: inside(step.since).toFixed(1), x2: inside(until).toFixed(1), y1: 12, y2: 12 });
}

// Marks of one day stand side by side, in their order.
function apart(steps) {
  let last = -Infinity;
  return [...steps].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)).map((step) => {
    const x = Math.min(scale.width - 7, Math.max(7, inside(step.since), last + 11));
    last = x;
    return [step, x];
  });
}

function mark(step, x) {
  const early = across(step.since) < 0;
  const title = `${step.text}${step.dated ? `, ${step.dated}` : ""}${step.unnamed ? ", by unnamed sources" : ""}${early ? " (before the days of this chart)" : ""}`;
  return svg("g", { class: `mark-of ${step.mode} tone-${step.tone}`, transform: `translate(${x.toFixed(1)} 12)`, "data-claims": step.claims.join(" ") },
    svg("title", {}, title), shapeOf(step), early ? svg("path", { class: "early", d: "M-7 0 l4 -3 v6z" }) : null);
}

function shapeOf(step) {
  if (step.mode === "denied") return [svg("circle", { r: 6 }), svg("path", { class: "sign", d: "M-3 -3 L3 3 M-3 3 L3 -3" })];
  if (step.mode === "hedged") return [svg("circle", { r: 6 }), svg("text", { y: 3.5 }, "?")];
  if (step.tone === "won") return svg("path", { d: "M-7 0 L0 -7 L7 0 L0 7z" });
  if (step.tone === "out") return svg("path", { class: "sign", d: "M-5 -5 L5 5 M-5 5 L5 -5" });
  return svg("circle", { r: step.tone === "running" ? 5.5 : 4.5 });
}

// How a contest stood on the day: its end is not told before it came.
function titleAt(race, { number }) {
  const known = statesOfRaces.get(race).contests.filter((one) => one.final === number).at(-1);
  return known ? known.title : "nothing told by then";
}

// The latest contest first, as on the cards; its title stands beside the name of the post.
function chartOf(race) {
  const [latest, ...earlier] = lanesOf(race).reverse();
  const rows = (one) => one.rows.map((row) => laneRow(race, one.contest, row));
  const title = (one) => titleAt(race, one);
  return el("section", { class: "chart", "data-node": race.node, "aria-label": race.post },
    el("h3", {}, el("button", { type: "button", class: "link", "data-node": race.node }, race.post), latest ? el("span", { class: "lane-title" }, title(latest)) : null),
    latest ? rows(latest) : null, earlier.map((one) => [el("p", { class: "lane-title" }, title(one)), rows(one)]));
}

function axis() {
  const marks = ticks().map(([day, words]) => svg("g", { transform: `translate(${across(day).toFixed(1)} 0)` }, svg("line", { y1: 0, y2: 5 }), svg("text", across(day) > scale.width - 40 ? { y: 15, x: -3, "text-anchor": "end" } : { y: 15, x: 3 }, words)));
  return el("div", { class: "lane ticks" }, el("span", {}), svg("svg", { width: scale.width, height: 18, "aria-hidden": "true" }, marks));
}

// What lies below the first charts waits until the page has been drawn once.
function drawLanes() {
  const first = document.body.dataset.state === "waiting";
  const charts = data.told.races.slice(0, first ? LANES_AT_ONCE : lanesShown).map(chartOf);
  if (first && data.told.races.length > LANES_AT_ONCE) later(drawLanes);
  const more = data.told.races.length > lanesShown ? el("button", { type: "button", class: "link more-lanes" }, `The charts of ${counted(data.told.races.length - lanesShown, "further race", "further races")}`) : null;
  byId("lanes").replaceChildren(...[axis(), ...charts, more].filter(Boolean));
}

// A drag along the charts takes the day line with it.
function startDragging() {
  const box = byId("chart");
  let dragging = false;
  let clientX = 0;
  const plot = () => byId("histogram").getBoundingClientRect();
  const follow = onceAFrame(() => {
    const at = (clientX - plot().left) / plot().width;
    setDay(at >= 1 ? null : dayOf(Math.round(scale.first + Math.max(0, at) * (scale.last - scale.first))));
  });
  box.addEventListener("pointerdown", (event) => {
    if (event.target.closest("button, input, .mark-of, #bars") || event.clientX < plot().left - 6 || onScrollbar(event)) return;
    dragging = true;
    clientX = event.clientX;
    event.preventDefault();
    follow();
  });
  addEventListener("pointermove", (event) => { if (dragging) { clientX = event.clientX; follow(); } });
  addEventListener("pointerup", () => { dragging = false; });
}

function onScrollbar(event) {
  const box = byId("lanes");
  return event.clientX > box.getBoundingClientRect().left + box.clientWidth;
}

function startLanes() {
  byId("chart").addEventListener("click", (event) => {
    const hit = event.target.closest("[data-claims]") || event.target.closest("button[data-node]");
    if (hit) choose(hit.dataset.claims || hit.dataset.node);
    if (event.target.closest(".more-lanes")) { lanesShown += 40; drawLanes(); }
  });
  byId("lanes-fold").addEventListener("click", () => {
    const folded = byId("time").classList.toggle("folded");
    byId("lanes-fold").setAttribute("aria-expanded", String(!folded));
    byId("lanes-fold").textContent = folded ? "▸" : "▾";
    changed("size");
  });
  startDragging();
  onChange((what) => {
    if (what === "time" || what === "address" || what === "size") drawLanes();
    if (what === "chosen" || what === "address") showLane();
  });
}

function showLane() {
  for (const lane of document.querySelectorAll(".lane[data-node]")) lane.classList.toggle("chosen", lane.dataset.node === state.chosen);
  const target = document.querySelector(`.chart[data-node="${CSS.escape(state.chosen || "")}"]`) || document.querySelector(".lane.chosen");
  if (target) byId("lanes").scrollTo({ top: target.offsetTop - 22, behavior: "instant" });
}
