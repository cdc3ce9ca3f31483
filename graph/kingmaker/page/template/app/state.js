// What the reader has chosen. Everything that is drawn follows from this, and hears of every change.
const state = {
  off: { relation: new Set(), certainty: new Set(), polarity: new Set(), source: new Set() },
  side: false, // offices that nobody is up for
  chosen: null, // "n3", "l7", or claims: "c1 c2"
  around: null, // a node whose neighbours alone are drawn
};
const listeners = [];

function onChange(listener) {
  listeners.push(listener);
}

function changed(what) {
  for (const listener of listeners) listener(what);
  const address = state.chosen && !state.chosen.includes(" ") ? "#" + state.chosen : "";
  if (what === "chosen" && location.hash !== address) {
    history.replaceState(null, "", address || location.pathname + location.search);
  }
}

function visible(claim) {
  const off = state.off;
  return !(off.relation.has(claim.relation) || off.certainty.has(claim.certainty) ||
    off.polarity.has(claim.polarity) || off.source.has(claim.source));
}

function choose(id) {
  state.chosen = id;
  lookFor(id);
  changed("chosen");
}

// A name that the first view leaves out is drawn with its neighbours; one without lines changes nothing.
function lookFor(id) {
  const own = nodes.has(id) ? linesOf.get(id) : [];
  const seen = state.around === null && nodes.get(id)?.at && own.some((line) => state.side || !line.side);
  if (own.length && !seen) state.around = id;
}
