// What the reader has chosen. Everything that is drawn follows from this, and hears of every change.
const GROUPS = ["relation", "certainty", "polarity", "source", "kind", "publisher"];
const state = {
  off: Object.fromEntries(GROUPS.map((group) => [group, new Set()])),
  contested: false, // only what is told otherwise elsewhere
  side: false, // offices that nobody is up for
  clock: "published", // which of a claim's two times the days below mean
  day: null, // as of which day; null: by all that is told
  from: null, // nothing from before this day
  undated: null, // whether claims without a day show; null: while no days are chosen
  chosen: null, // "n3", "l7", or claims: "c1 c2"
  view: "first", // what is drawn: "first", "busiest", "around", "path" or "community"
  around: null, // a node whose neighbours alone are drawn
  depth: 1,
  path: null, // two nodes and what joins them
  community: null,
};
const listeners = [];
let listed = new Set(); // publishers with a filter of their own

function onChange(listener) {
  listeners.push(listener);
}

function changed(what) {
  for (const listener of listeners) listener(what);
}

function visible(claim) {
  const off = state.off;
  if (off.relation.has(claim.relation) || off.certainty.has(claim.certainty) || off.polarity.has(claim.polarity) ||
    off.source.has(claim.source)) return false;
  if (state.contested && !claim.against.length) return false;
  return inTime(claim) && !(off.publisher.size && off.publisher.has(publisherOf(claim)));
}

function publisherOf(claim) {
  const name = articles[claim.article].publisher;
  return listed.has(name) ? name : "";
}

// A claim without a day cannot be placed: it shows while no days are chosen, or when the reader asks for it.
function inTime(claim) {
  const day = state.clock === "published" ? claim.reported : claim.since;
  if (!day) return state.undated === null ? state.day === null && state.from === null : state.undated;
  return (state.day === null || day <= state.day) && (state.from === null || day >= state.from);
}

function choose(id) {
  state.chosen = id;
  lookFor(id);
  changed("chosen");
}

// A name that the present view leaves out is drawn with its neighbours; one without lines changes nothing.
function lookFor(id) {
  if (!nodes.has(id)) return;
  const own = linesOf.get(id);
  const drawn = shownNodes().has(id) && (state.view !== "first" || own.some((line) => state.side || !line.side));
  if (own.length && !drawn) lookAround(id);
}

function lookAround(id, depth = 1) {
  Object.assign(state, { view: "around", around: id, depth, path: null, community: null });
}

function lookBack() {
  Object.assign(state, { view: "first", around: null, path: null, community: null, depth: 1 });
}

function filtered() {
  return GROUPS.some((group) => state.off[group].size) || state.contested || state.from !== null || state.day !== null || state.undated !== null;
}
