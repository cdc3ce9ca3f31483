// Names and words on the drawing: written by us, each only where it meets nothing else, posts first, then
// the busiest. vis-network draws the shapes; its own labels would shrink and pile up.
const MUST = 3; // posts whose names stand even where they cover something
const LABEL_LINES = 80; // above this many lines only marks, and the words of what is chosen or under the pointer
const FAMILY = 'Inter, system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif';

function shortWords(words, count) {
  const bare = words.replace(/^(is|are) /, "");
  return count > 1 ? `${bare} (${count})` : bare;
}

function drawLabels(context, network, strands, near) {
  const scale = network.getScale();
  const taken = outside(network);
  context.textAlign = "center";
  context.textBaseline = "middle";
  drawNames(context, network, scale, taken);
  drawWords(context, network, scale, taken, strands, near);
}

// What lies off the canvas counts as taken, so that no name is cut at the edge.
function outside(network) {
  const box = byId("canvas");
  const start = network.DOMtoCanvas({ x: 0, y: 0 });
  const end = network.DOMtoCanvas({ x: box.clientWidth, y: box.clientHeight });
  const far = 1e6;
  return [
    { left: -far, right: start.x, top: -far, bottom: far }, { left: end.x, right: far, top: -far, bottom: far },
    { left: -far, right: far, top: -far, bottom: start.y }, { left: -far, right: far, top: end.y, bottom: far },
  ];
}

function drawNames(context, network, scale, taken) {
  const named = [];
  for (const [id, shape] of Object.entries(network.body.nodes)) {
    if (!nodes.has(id) || shape.options.hidden || shape.options.opacity < 0.2) continue;
    named.push({ node: nodes.get(id), x: shape.x, y: shape.y, reach: shape.options.size, faded: shape.options.opacity < 1 });
  }
  const weight = ({ node, faded }) => (node.id === state.chosen ? 1e9 : 0) + (faded ? -1e7 : 0) + (node.raced ? 1e6 : 0) +
    (linesOf.get(node.id).some((line) => line.relation === "standing") ? 1e4 : 0) + linesOf.get(node.id).length;
  named.sort((a, b) => weight(b) - weight(a));
  for (const { x, y, reach } of named) taken.push({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });
  // The posts a view is about always have a name.
  const must = new Set(named.filter((one) => one.node.raced && linesOf.get(one.node.id).length > 3).slice(0, MUST));
  for (const one of named) {
    if (one.faded && scale < 0.5) continue;
    const size = Math.max(one.node.raced ? 15 : 14, (one.node.raced ? 13 : 12) / scale);
    context.font = `${one.node.raced ? "600 " : ""}${size}px ${FAMILY}`;
    context.globalAlpha = one.faded ? 0.4 : 1;
    putName(context, one, size, taken, must.has(one));
  }
  context.globalAlpha = 1;
}

// A name stands below its shape, else above, beside or aslant; one that finds no place waits for a closer
// look, or stands where it covers least if it must.
function putName(context, { node, x, y, reach }, size, taken, must) {
  const rows = node.label.split("\n");
  const half = Math.max(...rows.map((row) => context.measureText(row).width)) / 2 + 2;
  const high = rows.length * size * 1.15;
  const boxAt = (left, top) => ({ left, right: left + 2 * half, top, bottom: top + high });
  const [below, above, right, left] = [y + reach + 3, y - reach - 3 - high, x + reach + 3, x - reach - 3 - 2 * half];
  const tries = [boxAt(x - half, below), boxAt(x - half, above), boxAt(right, y - high / 2), boxAt(left, y - high / 2),
    boxAt(x, below), boxAt(x - 2 * half, below), boxAt(x, above), boxAt(x - 2 * half, above)];
  const covers = (place) => taken.reduce((sum, other) => sum + (meet(place, other) ? 1 : 0), 0);
  const box = tries.find((place) => !taken.some((other) => meet(place, other))) ||
    (must ? tries.reduce((best, place) => (covers(place) < covers(best) ? place : best)) : null);
  if (!box) return;
  taken.push(box);
  rows.forEach((row, place) => write(context, row, { x: box.left + half, y: box.top + (place + 0.5) * size * 1.15 }, colours.ink, size * 0.3));
}

function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function drawWords(context, network, scale, taken, strands, near) {
  const size = Math.max(11.5, Math.min(10.5 / scale, 24));
  const rank = (one) => (near.has(one.id) ? 0 : one.contested ? 1 : one.relation === "standing" ? 2 : 3);
  for (const one of [...strands].sort((a, b) => rank(a) - rank(b))) {
    const edge = network.body.edges[one.id];
    if (!edge || !edge.connected || edge.options.hidden || edge.options.color.opacity < 0.5) continue;
    const spots = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8].map((at) => edge.edgeType.getPoint(at));
    const mark = (one.contested ? "≠" : "") + one.mark;
    const wanted = near.has(one.id) || (strands.length <= LABEL_LINES && scale > 0.45);
    const text = wanted ? [mark, shortWords(one.words, one.shown.length)].filter(Boolean).join(" ") : "";
    const colour = edge.options.color.color;
    context.font = `${size}px ${FAMILY}`;
    if (text && put(context, spots, text, size, taken, colour)) continue;
    if (!mark || (size * scale < 8 && !near.has(one.id))) continue;
    context.font = `bold ${size + 1}px ${FAMILY}`;
    put(context, spots, mark, size, taken, colour) || (scale > 0.6 && write(context, mark, spots[0], colour));
  }
}

// Write at the first of some spots where nothing stands yet; whether one was free.
function put(context, spots, text, size, taken, colour) {
  const half = context.measureText(text).width / 2 + 2;
  for (const { x, y } of spots) {
    const box = { left: x - half, right: x + half, top: y - size * 0.7, bottom: y + size * 0.7 };
    if (taken.some((other) => meet(box, other))) continue;
    taken.push(box);
    return write(context, text, { x, y }, colour, size * 0.4);
  }
  return false;
}

function write(context, text, point, colour, halo) {
  context.lineJoin = "round";
  context.lineWidth = halo || 5;
  context.strokeStyle = colours.paper;
  context.strokeText(text, point.x, point.y);
  context.fillStyle = colour;
  context.fillText(text, point.x, point.y);
  return true;
}
