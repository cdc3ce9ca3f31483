// Names and words on the drawing: written by us, each only where it meets nothing else, posts first, then
// the busiest. vis-network draws the shapes; its own labels would shrink and pile up.
const LABEL_LINES = 60; // above this many lines only marks, and the words of what is chosen or under the pointer
const READABLE = 9.5; // pixels on the screen; below this a post's own label gives way to a plate
const FAMILY = 'Inter, system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif';

function shortWords(words, count) {
  const bare = words.replace(/^(is|are) /, "");
  return count > 1 ? `${bare} (${count})` : bare;
}

function drawLabels(context, network, drawnLines, near) {
  const scale = network.getScale();
  const taken = outside(network);
  context.textAlign = "center";
  context.textBaseline = "middle";
  drawNames(context, network, scale, taken);
  drawWords(context, network, scale, taken, drawnLines, near);
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
    if (!nodes.has(id) || shape.options.hidden) continue;
    named.push({ node: nodes.get(id), x: shape.x, y: shape.y, reach: shape.options.size, box: network.getBoundingBox(id),
      faded: shape.options.opacity < 1, tiny: shape.options.font.size * scale < READABLE });
  }
  const weight = ({ node, faded }) => (node.id === state.chosen ? 1e9 : 0) + (faded ? -1e7 : 0) + (node.raced ? 1e6 : 0) +
    (linesOf.get(node.id).some((line) => line.relation === "standing") ? 1e4 : 0) + linesOf.get(node.id).length;
  named.sort((a, b) => weight(b) - weight(a));
  for (const { node, x, y, box, tiny, faded } of named.filter((one) => one.node.kind === "post")) {
    if (!tiny) taken.push({ left: box.left - 3, right: box.right + 3, top: box.top - 3, bottom: box.bottom + 3 });
    else if (!faded) drawPost(context, node, x, y, box, 11.5 / scale, taken);
  }
  const people = named.filter((one) => one.node.kind !== "post");
  for (const { x, y, reach } of people) taken.push({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });
  const size = Math.max(14, 12 / scale);
  context.font = `${size}px ${FAMILY}`;
  for (const one of people) {
    if (one.faded && scale < 0.5) continue;
    context.globalAlpha = one.faded ? 0.4 : 1;
    putName(context, one, size, taken);
  }
  context.globalAlpha = 1;
}

// A name stands below its shape, else above or beside it, else it waits for a closer look.
function putName(context, { node, x, y, reach }, size, taken) {
  const rows = node.label.split("\n");
  const half = Math.max(...rows.map((row) => context.measureText(row).width)) / 2 + 2;
  const high = rows.length * size * 1.15;
  const boxAt = (left, top) => ({ left, right: left + 2 * half, top, bottom: top + high });
  const below = boxAt(x - half, y + reach + 3);
  const tries = [below, boxAt(x - half, y - reach - 3 - high), boxAt(x + reach + 3, y - high / 2), boxAt(x - reach - 3 - 2 * half, y - high / 2)];
  const box = tries.find((place) => !taken.some((other) => meet(place, other)));
  if (!box) return;
  taken.push(box);
  rows.forEach((row, place) => write(context, row, { x: box.left + half, y: box.top + (place + 0.5) * size * 1.15 }, colours.ink, size * 0.3));
}

// A post is a plate with its name at every scale; only one that finds no place beside the others stays away.
function drawPost(context, node, x, y, box, size, taken) {
  const rows = node.label.split("\n");
  const step = size * 1.15;
  context.font = `600 ${size}px ${FAMILY}`;
  const wide = Math.max(...rows.map((row) => context.measureText(row).width));
  const half = Math.max(wide / 2 + size * 0.6, (box.right - box.left) / 2);
  const high = Math.max((rows.length * step) / 2 + size * 0.4, (box.bottom - box.top) / 2);
  const tries = [0, 1, -1].map((way) => y + way * (high + 0.6 * size)).map((middle) => (
    { left: x - half, right: x + half, top: middle - high, bottom: middle + high, middle }));
  const plate = tries.find((place) => !taken.slice(4).some((other) => meet(place, other)));
  if (!plate) return;
  taken.push(plate);
  context.fillStyle = node.raced ? colours.post : colours.paper;
  context.strokeStyle = colours["post-edge"];
  context.lineWidth = size / 8;
  context.beginPath();
  context.roundRect(plate.left, plate.top, 2 * half, 2 * high, size / 3);
  context.fill();
  context.stroke();
  context.fillStyle = node.raced ? "#16191f" : colours.ink;
  rows.forEach((row, place) => context.fillText(row, x, plate.middle + (place - (rows.length - 1) / 2) * step));
}

function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function drawWords(context, network, scale, taken, drawnLines, near) {
  const size = Math.max(11.5, Math.min(10.5 / scale, 24));
  const first = (line) => (near.has(line.id) ? 0 : line.relation === "standing" ? 1 : 2);
  for (const line of [...drawnLines].sort((a, b) => first(a) - first(b))) {
    const { shown, lead, words } = leadOf(line);
    const edge = network.body.edges[line.id];
    if (!lead || !edge || !edge.connected || edge.options.hidden || edge.options.color.opacity < 0.5) continue;
    const spots = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8].map((at) => edge.edgeType.getPoint(at));
    const mark = (disputed(shown) ? "≠" : "") + lead.mark;
    const wanted = near.has(line.id) || (drawnLines.length <= LABEL_LINES && scale > 0.45);
    const text = wanted ? [mark, shortWords(words, shown.length)].filter(Boolean).join(" ") : "";
    const colour = edge.options.color.color;
    context.font = `${size}px ${FAMILY}`;
    if (text && put(context, spots, text, size, taken, colour)) continue;
    if (!mark || (size * scale < 8 && !near.has(line.id))) continue;
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
