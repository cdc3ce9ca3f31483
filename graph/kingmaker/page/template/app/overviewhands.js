// Hands on the map: pointer, wheel and keys; and what lies under the pointer, drawn over the stored picture.
const MAP_PRESS = 5; // pixels a pointer may stray and still press
const MAP_KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const MAP_STEP = 70; // pixels an arrow key moves
const MAP_TOLD = 3;

function mapHands(map) {
  const { canvas } = map;
  const fingers = new Map();
  let strayed = 0;
  // A finger up or down scrolls the page; across, or two fingers, move the map.
  canvas.style.touchAction = "pan-y";
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const hold = (event) => {
    if (event.button) return;
    fingers.set(event.pointerId, at(event));
    strayed = fingers.size > 1 ? MAP_PRESS : 0;
    canvas.setPointerCapture(event.pointerId);
  };
  const move = (event) => {
    const now = at(event);
    if (!fingers.size) return mapOver(map, mapHit(map, now));
    if (!fingers.has(event.pointerId)) return;
    strayed += mapDragged(map, fingers, event.pointerId, now, strayed);
  };
  const loose = (event) => {
    const held = fingers.delete(event.pointerId);
    if (held && event.type === "pointerup" && strayed < MAP_PRESS) mapPress(map, at(event));
  };
  canvas.addEventListener("pointerdown", hold);
  canvas.addEventListener("pointermove", move);
  canvas.addEventListener("pointerup", loose);
  canvas.addEventListener("pointercancel", loose);
  canvas.addEventListener("pointerleave", () => mapOver(map, null));
  canvas.addEventListener("wheel", (event) => mapWheel(map, event, at(event)), { passive: false });
  canvas.addEventListener("keydown", (event) => mapKey(map, event));
}

// One finger pans; of two, the distance between them zooms. Returns how far this one went.
function mapDragged(map, fingers, id, now, strayed) {
  const before = fingers.get(id);
  const other = [...fingers].find(([finger]) => finger !== id);
  const far = Math.hypot(now.x - before.x, now.y - before.y);
  if (strayed + far < MAP_PRESS && !other) return far && 0.5 * far;
  fingers.set(id, now);
  if (other) {
    const apart = (point) => Math.max(20, Math.hypot(point.x - other[1].x, point.y - other[1].y));
    mapZoom(map, apart(now) / apart(before), (now.x + other[1].x) / 2, (now.y + other[1].y) / 2);
  }
  mapPan(map, (before.x - now.x) / fingers.size, (before.y - now.y) / fingers.size);
  return far;
}

function mapWheel(map, event, { x, y }) {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  mapZoom(map, Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 160), x, y);
}

function mapKey(map, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = MAP_KEYS[event.key];
  const factor = { "+": 1.3, "=": 1.3, "-": 1 / 1.3 }[event.key];
  if (step) mapPan(map, step[0] * MAP_STEP, step[1] * MAP_STEP);
  else if (factor) mapZoom(map, factor, map.view.width / 2, map.view.height / 2);
  else if (event.key === "0" || event.key === "Home") { mapFit(map); mapMoved(map); }
  else return;
  event.preventDefault();
}

function mapPress(map, point) {
  const hit = mapHit(map, point);
  if (!hit) return;
  if (hit.node !== null) map.calls.onNode(map.scene.data.ids[hit.node]);
  else map.calls.onCommunity(hit.community);
}

// What lies at a point: a disc, and in it a dot where dots are large enough to aim at.
function mapHit({ view, scene }, point) {
  const { discs, x, y } = scene;
  const [left, top] = [(point.x - view.width / 2) / view.k + view.x, (point.y - view.height / 2) / view.k + view.y];
  const community = discs.findIndex((one) => Math.hypot(one.x - left, one.y - top) <= one.radius);
  if (community < 0) return null;
  if (MAP_PITCH * view.k < MAP_DOTS.looked) return { community, node: null };
  const far = (node) => Math.hypot(x[node] - left, y[node] - top) * view.k - mapReach(scene, view, node);
  let node = null;
  for (const one of discs[community].nodes) if (far(one) < 3 && (node === null || far(one) < far(node))) node = one;
  return { community, node };
}

function mapOver(map, hit) {
  const same = hit?.community === map.over?.community && hit?.node === map.over?.node;
  map.canvas.style.cursor = hit ? "pointer" : "grab";
  if (same) return;
  map.over = hit;
  mapSoon(map);
}

function mapOverlay(context, scene, view, over) {
  for (const node of scene.marked) mapRing(context, scene, view, node, 3);
  // A few that were looked for are told by name; of many the rings must do.
  if (scene.marked.size <= MAP_TOLD) for (const node of scene.marked) mapTell(context, scene, view, node, scene.data.names[node]);
  if (!over) return;
  if (over.node === null) mapOverDisc(context, scene, view, over.community);
  else mapOverDot(context, scene, view, over.node);
}

function mapRing(context, scene, view, node, wide) {
  const { x, y } = mapNode(scene, view, node);
  context.beginPath();
  context.arc(x, y, Math.max(5, mapReach(scene, view, node) + 3), 0, 2 * Math.PI);
  context.strokeStyle = colours.ink;
  context.lineWidth = wide;
  context.stroke();
}

function mapOverDisc(context, scene, view, number) {
  const one = scene.discs[number];
  const { x, y } = mapPoint(view, one.x, one.y);
  context.beginPath();
  context.arc(x, y, one.radius * view.k, 0, 2 * Math.PI);
  context.strokeStyle = colours.accent;
  context.lineWidth = 2.5;
  context.stroke();
  const top = Math.max(18, y - one.radius * view.k - 16);
  mapPlate(context, view, `${one.name} · ${mapCount(scene, number)}`, x, top);
}

// The dot's lines, whichever disc they lead to: seen one name at a time they are no hairball.
function mapOverDot(context, scene, view, node) {
  const { data } = scene;
  const { x, y } = mapNode(scene, view, node);
  context.beginPath();
  for (const other of scene.near(node)) {
    const end = mapNode(scene, view, other);
    context.moveTo(x, y);
    context.lineTo(end.x, end.y);
  }
  context.globalAlpha = 0.55;
  context.strokeStyle = colours.accent;
  context.lineWidth = 1.2;
  context.stroke();
  context.globalAlpha = 1;
  mapRing(context, scene, view, node, 2);
  mapTell(context, scene, view, node, `${data.names[node]} · ${counted(data.weights[node], "claim", "claims")}`);
}

function mapTell(context, scene, view, node, text) {
  const { x, y } = mapNode(scene, view, node);
  if (mapMeets(view, { x, y }, 0)) mapPlate(context, view, text, x, y - mapReach(scene, view, node) - 20);
}

// A name on a small card, kept inside the window.
function mapPlate(context, view, text, x, y) {
  context.font = `600 13px ${view.family}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const half = context.measureText(text).width / 2 + 9;
  const middle = Math.max(half + 4, Math.min(view.width - half - 4, x));
  const line = y < 16 ? 16 : y;
  context.beginPath();
  context.roundRect(middle - half, line - 13, 2 * half, 26, 6);
  context.fillStyle = colours.card;
  context.fill();
  context.strokeStyle = colours.accent;
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = colours.ink;
  context.fillText(text, middle, line);
}
