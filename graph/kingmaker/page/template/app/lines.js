// How nodes and lines look. A line is drawn as the claim that leads it: solid, dashed with "?", dotted with "×".
const DASHES = { stated: false, hedged: [8, 5], denied: [2, 6] };
const SHAPES = { person: "dot", post: "box", country: "triangle", organisation: "hexagon", collective: "hexagon", anonymous: "dot" };

function leadOf(line) {
  const shown = line.claims.filter(([id]) => visible(claims.get(id)));
  return { shown, lead: shown.length ? claims.get(shown[0][0]) : null, words: shown.length ? shown[0][1] : "" };
}

function disputed(shown) {
  return shown.some(([id]) => claims.get(id).against.some((other) => visible(claims.get(other))));
}

function lineStyle(line, faded) {
  const { shown, lead } = leadOf(line);
  const hidden = !lead || (line.side && !state.side && state.around === null);
  if (hidden) return { id: line.id, hidden: true };
  const colour = disputed(shown) ? colours.differ : { stated: colours.ink, hedged: colours.hedge, denied: colours.deny }[lead.mode];
  const bar = line.relation === "opposes";
  return {
    id: line.id, hidden: false, dashes: DASHES[lead.mode],
    width: (bar ? 1.8 : 1.4) + 0.5 * Math.log2(shown.length) + (lead.mode === "denied" ? 0.5 : 0),
    color: { color: colour, highlight: colour, hover: colour, opacity: faded ? 0.13 : 0.85 },
    arrows: { to: { enabled: true, type: bar ? "bar" : "arrow", scaleFactor: bar ? 1.0 : 0.6 } },
  };
}

function nodeStyle(node, hidden, faded) {
  const hollow = node.kind === "collective" || node.kind === "anonymous";
  const post = node.kind === "post";
  const fill = { person: colours.person, post: colours.post, country: colours.country }[node.kind] ||
    (node.kind === "anonymous" ? colours.person : colours.body);
  const edge = state.chosen === node.id ? colours.ink : post ? colours["post-edge"] : fill;
  const paint = { background: hollow || (post && !node.raced) ? colours.paper : fill, border: edge };
  const ink = post && node.raced ? "#16191f" : colours.ink;
  return {
    id: node.id, hidden, shape: SHAPES[node.kind], opacity: faded ? 0.25 : 1,
    borderWidth: state.chosen === node.id ? 3.5 : post || hollow ? 1.8 : 1,
    margin: { top: 7, bottom: 7, left: 11, right: 11 }, shapeProperties: { borderDashes: node.kind === "anonymous" ? [4, 3] : false, borderRadius: 4 },
    color: { ...paint, highlight: paint, hover: paint },
    font: {
      size: node.raced ? 15 : post ? 12.5 : 14, color: ink + (faded ? "70" : ""), vadjust: post ? 0 : -2,
      strokeColor: colours.paper, strokeWidth: post ? 0 : 4,
    },
  };
}

// Lines between one pair fan out; the bow is told from the lower node, whichever way a line points.
function fanned(drawnLines) {
  const pairs = new Map();
  for (const line of drawnLines) {
    const key = [line.from, line.to].sort().join(" ");
    pairs.set(key, [...(pairs.get(key) || []), line]);
  }
  const smooth = new Map();
  for (const [key, group] of pairs) {
    group.forEach((line, place) => {
      const bow = (place - (group.length - 1) / 2) * 0.24 * (line.from === key.split(" ")[0] ? 1 : -1);
      const type = bow > 0 ? "curvedCW" : "curvedCCW";
      smooth.set(line.id, bow ? { enabled: true, type, roundness: Math.abs(bow) } : { enabled: false });
    });
  }
  return smooth;
}
