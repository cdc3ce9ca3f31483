// The map of a large graph as a thing one moves about in. It knows nothing of the rest of the page but the
// colours: what is pressed is told to the callbacks. Nothing is animated; a wheel zooms only with Ctrl, so
// that it never holds up the page.
const MAP_RIM = 0.3; // of the window, painted beyond each edge so that a pan has something to show
const MAP_SETTLE = 140; // milliseconds without a move, after which names are placed anew
const MAP_CLOSEST = 5; // pixels a unit

function makeOverview(canvas, data, calls) {
  const map = {
    canvas, calls, scene: mapScene(data), context: canvas.getContext("2d"), bitmap: el("canvas"), painted: null,
    view: { x: 0, y: 0, k: 1, width: 0, height: 0 }, ratio: 1, moved: false, over: null, waiting: 0, settling: 0,
    told: { paints: 0, paintMs: 0, blits: 0, blitMs: 0, firstMs: 0 },
  };
  if (!canvas.hasAttribute("tabindex")) canvas.tabIndex = 0;
  mapHands(map);
  const anew = () => { map.painted = null; mapSoon(map); };
  onChange((what) => { if (what === "theme") anew(); });
  return {
    draw() { map.painted = null; mapFrame(map); },
    // A map that is hidden has no size and no view; it is fitted when it is first seen.
    fit() { if (mapSize(map)) { mapFit(map); anew(); } },
    show(number) { if (mapSize(map)) { mapShow(map, map.scene.discs[number]); anew(); } },
    zoom(factor) { if (mapSize(map)) mapZoom(map, factor, map.view.width / 2, map.view.height / 2); },
    resize() { map.painted = null; mapFrame(map); },
    highlight(ids) { map.scene.marked = mapNumbers(data, ids); mapSoon(map); },
    filter(ids) { mapFilter(map.scene, ids); anew(); },
    stats: () => ({ nodes: data.ids.length, communities: data.communities.length, links: data.links.length / 2, ...map.told }),
  };
}

function mapNumbers(data, ids) {
  const wanted = new Set(ids || []);
  return new Set(wanted.size ? [...data.ids.keys()].filter((node) => wanted.has(data.ids[node])) : []);
}

function mapFilter(scene, ids) {
  const { data } = scene;
  const wanted = ids && (ids instanceof Set ? ids : new Set(ids));
  scene.shown = wanted && Uint8Array.from(data.ids, (id) => (wanted.has(id) ? 1 : 0));
  scene.seen = wanted && data.communities.map((one) => one.nodes.filter((node) => scene.shown[node]).length);
}

// Take the size from the page; whether there is anything to draw on.
function mapSize(map) {
  const { canvas, view } = map;
  const [width, height, ratio] = [canvas.clientWidth, canvas.clientHeight, Math.min(2, devicePixelRatio || 1)];
  if (!width || !height) return false;
  if (width === view.width && height === view.height && ratio === map.ratio) return true;
  Object.assign(view, { width, height });
  Object.assign(map, { ratio, painted: null });
  Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
  map.family = getComputedStyle(canvas).fontFamily;
  const upright = height > 1.1 * width;
  if (upright !== map.scene.upright) mapTurned(map.scene, upright);
  else if (map.moved) return true;
  mapFit(map);
  return true;
}

function mapFit(map) {
  const { left, right, top, bottom } = map.scene.bounds;
  const { width, height } = map.view;
  map.least = Math.min((width - 24) / (right - left), (height - 24) / (bottom - top));
  Object.assign(map.view, { x: (left + right) / 2, y: (top + bottom) / 2, k: Math.min(map.least, 1.6) });
  map.moved = false;
}

// One disc in the middle, as large as leaves its neighbours in sight.
function mapShow(map, { x, y, radius }) {
  const k = (0.4 * Math.min(map.view.width, map.view.height)) / radius;
  Object.assign(map.view, { x, y, k: Math.min(MAP_CLOSEST, k) });
  map.moved = true;
}

function mapSoon(map) {
  map.waiting = map.waiting || requestAnimationFrame(() => { map.waiting = 0; mapFrame(map); });
}

// One frame: the stored picture moved to where the view is, and what lies under the pointer on top of it.
function mapFrame(map) {
  if (!mapSize(map)) return;
  const began = performance.now();
  const { view } = map;
  if (!map.painted || (map.painted.k === view.k && !mapCovers(map)) || (map.painted.k !== view.k && !map.settling)) mapRepaint(map);
  const blit = performance.now();
  mapBlit(map);
  mapOverlay(map.context, map.scene, { ...view, rim: { x: 0, y: 0 }, family: map.family }, map.over);
  map.told.blits += 1;
  map.told.blitMs = performance.now() - blit;
  map.told.firstMs = map.told.firstMs || performance.now() - began;
}

function mapCovers({ painted, view }) {
  return Math.abs(painted.x - view.x) * view.k <= painted.rim.x && Math.abs(painted.y - view.y) * view.k <= painted.rim.y;
}

function mapRepaint(map) {
  const began = performance.now();
  const { view, bitmap, ratio, told } = map;
  const rim = { x: Math.round(view.width * MAP_RIM), y: Math.round(view.height * MAP_RIM) };
  map.painted = { ...view, rim, width: view.width + 2 * rim.x, height: view.height + 2 * rim.y, family: map.family };
  const [wide, high] = [Math.round(map.painted.width * ratio), Math.round(map.painted.height * ratio)];
  if (bitmap.width !== wide || bitmap.height !== high) Object.assign(bitmap, { width: wide, height: high });
  const context = bitmap.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  Object.assign(told, mapPaint(context, map.scene, map.painted));
  told.paints += 1;
  told.paintMs = performance.now() - began;
}

function mapBlit({ context, bitmap, painted, view, ratio }) {
  const scale = view.k / painted.k;
  const left = view.width / 2 - (view.x - painted.x) * view.k - (painted.width / 2) * scale;
  const top = view.height / 2 - (view.y - painted.y) * view.k - (painted.height / 2) * scale;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  // Whole pixels, so that a pan copies and does not blend.
  context.drawImage(bitmap, Math.round(left * ratio), Math.round(top * ratio), Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}

// While the view moves the stored picture does; when it rests, it is painted afresh and names find places.
function mapMoved(map) {
  map.moved = true;
  clearTimeout(map.settling);
  map.settling = setTimeout(() => { map.settling = 0; map.painted = null; mapSoon(map); }, MAP_SETTLE);
  mapSoon(map);
}

function mapPan(map, right, down) {
  const { view, scene } = map;
  const { left, right: end, top, bottom } = scene.bounds;
  view.x = Math.max(left, Math.min(end, view.x + right / view.k));
  view.y = Math.max(top, Math.min(bottom, view.y + down / view.k));
  mapMoved(map);
}

// Zoom about a point of the window, which stays where it is.
function mapZoom(map, factor, x, y) {
  const { view } = map;
  const k = Math.max(map.least * 0.7, Math.min(MAP_CLOSEST, view.k * factor));
  view.x += (x - view.width / 2) * (1 / view.k - 1 / k);
  view.y += (y - view.height / 2) * (1 / view.k - 1 / k);
  view.k = k;
  mapMoved(map);
}
