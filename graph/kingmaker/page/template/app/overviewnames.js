// Names on the map: those of discs first, then of dots when they are close; none on another, none cut off.
const MAP_STEPS = [[0, 0], [0, -1], [0, 1], [-0.6, 0], [0.6, 0], [-0.6, -1], [0.6, -1], [-0.6, 1], [0.6, 1], [-1.2, 0], [1.2, 0]];

// The names of the largest discs in the window that find a place, and where.
function mapSigns(context, scene, view, taken) {
  const signs = [];
  let inWindow = 0;
  for (const number of scene.largest) {
    if (inWindow >= MAP_NAMES) break;
    const one = scene.discs[number];
    const middle = mapPoint(view, one.x, one.y);
    const reach = one.radius * view.k;
    if (reach < 14 || !mapMeets(view, middle, reach)) continue;
    const sign = mapSign(context, scene, view, number, reach);
    const box = mapSpots(view, middle, reach, sign).map((spot) => mapBox(spot, sign)).find((place) => mapFree(view, place, taken));
    if (!box) continue;
    taken.push(box);
    signs.push({ ...sign, box, number });
    if (!mapOutside(view, box)) inWindow += 1;
  }
  return signs;
}

// A disc's name in rows as large as lets it stand whole, and the number of names where there is room. Where
// dots are close enough to be looked at, the name leaves the middle to them and goes to the rim.
function mapSign(context, scene, view, number, reach) {
  const one = scene.discs[number];
  const rim = MAP_PITCH * view.k >= MAP_DOTS.looked;
  const wide = rim ? Math.max(150, reach * 1.2) : Math.max(78, Math.min(260, reach * 1.6));
  const most = rim ? 3 : Math.max(3, Math.floor(reach / 8.5));
  let size = rim ? 13 : Math.round(Math.max(11, Math.min(18, reach / 4.4)));
  let rows = [];
  for (; ; size -= 1) {
    context.font = `600 ${size}px ${view.family}`;
    rows = mapBalanced(context, one.name, wide);
    if (size <= 11 || rows.length <= (rim ? 2 : 3)) break;
  }
  if (rows.length > most) rows = [...rows.slice(0, most - 1), rows[most - 1] + "…"];
  const more = reach > 44 && !rim ? mapCount(scene, number) : "";
  const half = Math.max(...rows.map((row) => context.measureText(row).width)) / 2 + 4;
  const ink = one.further ? colours.soft : colours.ink;
  return { rim, size, rows, more, half, ink, high: rows.length * size * 1.18 + (more ? 15 : 0) + 2 };
}

// How many names a disc holds and, where some are filtered out, how many of them are seen.
function mapCount(scene, number) {
  const all = scene.discs[number].nodes.length;
  const seen = scene.seen ? scene.seen[number] : all;
  return (seen < all ? grouped(seen) + " of " : "") + counted(all, "name", "names");
}

// A name in as few rows as its width allows, and these about as long as one another.
function mapBalanced(context, text, wide) {
  const rows = mapRows(context, text, wide);
  const narrower = [0.65, 0.75, 0.85].map((part) => mapRows(context, text, wide * part));
  return narrower.find((other) => other.length === rows.length) || rows;
}

// A name broken at spaces.
function mapRows(context, text, wide) {
  const rows = [""];
  for (const word of text.split(" ")) {
    const joined = `${rows[rows.length - 1]} ${word}`.trim();
    if (!rows[rows.length - 1] || context.measureText(joined).width <= wide) rows[rows.length - 1] = joined;
    else rows.push(word);
  }
  return rows;
}

// Where a disc's name may stand: in its middle or a little off it; or on its upper rim, inside the window,
// else below it.
function mapSpots(view, middle, reach, { rim, half, high }) {
  if (rim) {
    const x = Math.max(view.rim.x + half + 6, Math.min(view.width - view.rim.x - half - 6, middle.x));
    const aside = Math.abs(x - middle.x);
    if (aside > 0.9 * reach) return [];
    const edge = Math.sqrt(reach * reach - aside * aside) + high / 2 - 9;
    const y = Math.max(view.rim.y + high / 2 + 6, middle.y - edge);
    return y < middle.y + reach * 0.6 ? [{ x, y }, { x, y: y + high }, { x, y: middle.y + edge }] : [];
  }
  if (half > 1.5 * reach) return [];
  const [aside, off] = [reach * 0.5, Math.min(reach * 0.5, 22)];
  return MAP_STEPS.map(([right, down]) => ({ x: middle.x + right * aside, y: middle.y + down * off }));
}

function mapBox({ x, y }, { half, high }) {
  return { left: x - half, right: x + half, top: y - high / 2, bottom: y + high / 2 };
}

// Free is what meets nothing written yet and lies in the window or out of it, not across its edge.
function mapFree(view, box, taken) {
  const cut = !mapWithin(view, box) && !mapOutside(view, box);
  return !cut && !taken.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
}

function mapWithin({ rim, width, height }, box) {
  return box.left > rim.x && box.right < width - rim.x && box.top > rim.y && box.bottom < height - rim.y;
}

function mapOutside({ rim, width, height }, box) {
  return box.right < rim.x || box.left > width - rim.x || box.bottom < rim.y || box.top > height - rim.y;
}

// The dots that would show between the letters of a name in the middle; they wait for a closer look.
function mapUnder(scene, view, signs) {
  const { discs, x, y } = scene;
  const under = new Uint8Array(x.length);
  for (const { box, rim } of signs) {
    if (rim) continue;
    for (const one of discs) {
      const middle = mapPoint(view, one.x, one.y);
      const reach = one.radius * view.k;
      if (middle.x + reach < box.left || middle.x - reach > box.right || middle.y + reach < box.top || middle.y - reach > box.bottom) continue;
      for (const node of one.nodes) {
        const far = mapReach(scene, view, node);
        const left = (x[node] - view.x) * view.k + view.width / 2;
        const top = (y[node] - view.y) * view.k + view.height / 2;
        if (left + far > box.left && left - far < box.right && top + far > box.top && top - far < box.bottom) under[node] = 1;
      }
    }
  }
  return under;
}

function mapWrite(context, scene, view, { rows, more, size, ink, box, number }) {
  const x = (box.left + box.right) / 2;
  context.globalAlpha = scene.seen && !scene.seen[number] ? 0.35 : 1;
  context.font = `600 ${size}px ${view.family}`;
  rows.forEach((row, place) => mapText(context, row, x, box.top + 1 + (place + 0.5) * size * 1.18, ink));
  if (!more) return;
  context.font = `12px ${view.family}`;
  mapText(context, more, x, box.bottom - 8, colours.soft);
}

function mapText(context, text, x, y, colour) {
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = colours.card;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

// The busiest names in the window, each below or above its dot and, where dots are few, on no other one.
function mapDotNames(context, scene, view, taken, inside) {
  const size = Math.max(11.5, Math.min(13.5, 4 + 3 * view.k));
  context.font = `${size}px ${view.family}`;
  if (inside.count <= MAP_APART) taken.push(...mapDotBoxes(scene, view, inside));
  let written = 0;
  let tried = 0;
  for (const node of scene.ranked) {
    if (written >= MAP_NAMES || tried > 10 * MAP_NAMES) break;
    if (!inside.has[node] || mapFaded(scene, node)) continue;
    tried += 1;
    const rows = mapRows(context, scene.data.names[node], 130);
    const box = mapDotSpot(context, scene, view, node, rows, size * 1.15).find((place) => mapFree(view, place, taken));
    if (!box) continue;
    taken.push(box);
    rows.forEach((row, place) => mapText(context, row, (box.left + box.right) / 2, box.top + (place + 0.5) * size * 1.15, colours.ink));
    if (mapWithin(view, box)) written += 1;
  }
  return written;
}

function mapDotBoxes(scene, view, inside) {
  const boxes = [];
  inside.has.forEach((has, node) => {
    if (!has) return;
    const { x, y } = mapNode(scene, view, node);
    const half = mapReach(scene, view, node) - 0.5;
    boxes.push({ left: x - half, right: x + half, top: y - half, bottom: y + half });
  });
  return boxes;
}

function mapDotSpot(context, scene, view, node, rows, step) {
  const { x, y } = mapNode(scene, view, node);
  const reach = mapReach(scene, view, node) + 2;
  const half = Math.max(...rows.map((row) => context.measureText(row).width)) / 2 + 2;
  const boxAt = (left, top) => ({ left, right: left + 2 * half, top, bottom: top + rows.length * step });
  return [boxAt(x - half, y + reach), boxAt(x - half, y - reach - rows.length * step),
    boxAt(x + reach, y - rows.length * step / 2), boxAt(x - reach - 2 * half, y - rows.length * step / 2)];
}
