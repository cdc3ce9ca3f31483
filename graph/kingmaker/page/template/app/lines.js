// How nodes and lines look. A line is drawn as the claim that leads it: solid, dashed with "?", dotted with "×".
const DASHES = { stated: false, hedged: [8, 5], denied: [2, 6] };
const MODES = ["stated", "hedged", "denied"];
const SHAPES = { person: "dot", post: "square", country: "triangle", organisation: "hexagon", collective: "hexagon", anonymous: "dot" };
const FANNED = 110; // up to so many strands each is drawn for itself; above, one line stands for its bundle

function disputed(shown) {
  return shown.some(([id]) => claims.get(id).against.some((other) => visible(claims.get(other))));
}

function lineShows(line) {
  return !(line.side && !state.side && (state.view === "first" || state.view === "busiest")) && kindsShow(line);
}

function kindsShow(line) {
  return !state.off.kind.size || (!state.off.kind.has(nodes.get(line.from).kind) && !state.off.kind.has(nodes.get(line.to).kind));
}

// The strands of a bundle: what is stated, what is hedged, what is denied. What a later fact has overtaken
// goes with the first of them and leads none.
function strandsOf(line) {
  const shown = lineShows(line) ? line.claims.filter(([id]) => visible(claims.get(id))) : [];
  if (!shown.length) return [];
  const past = shown.filter(([id]) => overtaken.has(id));
  const standing = past.length === shown.length ? shown : shown.filter(([id]) => !overtaken.has(id));
  const lead = standings.get(line.from + " " + line.to);
  const groups = MODES.map((mode) => standing.filter(([id]) => claims.get(id).mode === mode)).filter((group) => group.length);
  if (standing !== shown) groups[0] = [...groups[0], ...past];
  return groups.map((group) => strand(line, lead && line.relation === "standing" ? first(group, lead) : group));
}

function first(group, lead) {
  return [...group.filter(([id]) => id === lead), ...group.filter(([id]) => id !== lead)];
}

function strand(line, shown) {
  const lead = claims.get(shown[0][0]);
  return { id: line.id + ":" + lead.mode, line, from: line.from, to: line.to, relation: line.relation, mode: lead.mode, mark: lead.mark, shown, words: shown[0][1], contested: disputed(shown) };
}

function bundled(strands) {
  const [lead, ...others] = strands;
  const marks = [...new Set(strands.map((one) => one.mark).join(""))].join("");
  return { ...lead, id: lead.line.id + ":all", mark: marks, shown: [lead, ...others].flatMap((one) => one.shown), contested: strands.some((one) => one.contested) };
}

function strandsAmong(inside) {
  const all = inside.map(strandsOf).filter((found) => found.length);
  const number = all.reduce((sum, found) => sum + found.length, 0);
  return number <= FANNED ? all.flat() : all.map((found) => (found.length > 1 ? bundled(found) : found[0]));
}

function strandStyle(one, faded) {
  const colour = one.contested ? colours.differ : { stated: colours.ink, hedged: colours.hedge, denied: colours.deny }[one.mode];
  const bar = one.relation === "opposes";
  return {
    id: one.id, from: one.from, to: one.to, dashes: DASHES[one.mode],
    width: (bar ? 1.8 : 1.4) + 0.5 * Math.log2(one.shown.length) + (one.mode === "denied" ? 0.5 : 0),
    color: { color: colour, highlight: colour, hover: colour, opacity: faded ? 0.13 : 0.85 },
    arrows: { to: { enabled: true, type: bar ? "bar" : "arrow", scaleFactor: bar ? 1.0 : 0.6 } },
  };
}

function nodeStyle(node, hidden, faded, ghost) {
  const hollow = node.kind === "collective" || node.kind === "anonymous";
  const post = node.kind === "post";
  const fill = { person: colours.person, post: colours.post, country: colours.country }[node.kind] ||
    (node.kind === "anonymous" ? colours.person : colours.body);
  const edge = state.chosen === node.id ? colours.ink : post ? colours["post-edge"] : fill;
  const paint = { background: hollow || (post && !node.raced) ? colours.paper : fill, border: edge };
  return {
    id: node.id, hidden, shape: SHAPES[node.kind], opacity: ghost ? 0.12 : faded ? 0.25 : 1,
    borderWidth: state.chosen === node.id ? 3.5 : post || hollow ? 1.8 : 1,
    shapeProperties: { borderDashes: node.kind === "anonymous" ? [4, 3] : false },
    color: { ...paint, highlight: paint, hover: paint },
  };
}

// Lines between one pair fan out; the bow is told from the lower node, whichever way a line points.
function fanned(strands) {
  const pairs = new Map();
  for (const one of strands) {
    const key = [one.from, one.to].sort().join(" ");
    pairs.set(key, [...(pairs.get(key) || []), one]);
  }
  const smooth = new Map();
  for (const [key, group] of pairs) {
    group.forEach((one, place) => {
      const bow = (place - (group.length - 1) / 2) * 0.24 * (one.from === key.split(" ")[0] ? 1 : -1);
      const type = bow > 0 ? "curvedCW" : "curvedCCW";
      smooth.set(one.id, bow ? { enabled: true, type, roundness: Math.abs(bow) } : { enabled: false });
    });
  }
  return smooth;
}
