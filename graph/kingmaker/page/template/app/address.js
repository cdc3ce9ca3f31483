// Every state has an address, so that a view can be sent to a colleague. Names in it are keys that hold
// when the page is made anew from more articles; whatever an address asks for that is not here is ignored.
const DAY = /^\d{4}-\d\d-\d\d$/;

function keyOf(id) {
  if (nodes.has(id)) return nodes.get(id).key;
  if (claims.has(id)) return claims.get(id).key;
  const line = lines.get(id);
  return line ? [nodes.get(line.from).key, nodes.get(line.to).key, line.relation].join(".") : null;
}

function idOf(key) {
  if (byKey.has(key)) return byKey.get(key);
  const [from, to, relation] = key.split(".");
  const found = linesOf.get(byKey.get(from)) || [];
  const line = found.find((one) => one.from === byKey.get(from) && one.to === byKey.get(to) && one.relation === relation);
  return line ? line.id : null;
}

function address() {
  const asked = new URLSearchParams();
  const put = (name, value) => { if (value) asked.set(name, value); };
  put("at", (state.chosen || "").split(" ").filter(Boolean).map(keyOf).slice(0, 40).join(","));
  put("view", state.view === "first" ? "" : state.view);
  put("around", state.view === "around" ? keyOf(state.around) : "");
  put("depth", state.view === "around" && state.depth > 1 ? state.depth : "");
  put("path", state.view === "path" ? state.path.map(keyOf).join(",") : "");
  put("community", state.view === "community" ? String(state.community) : "");
  put("clock", state.clock === "published" ? "" : state.clock);
  put("day", state.day);
  put("from", state.from);
  put("undated", state.undated === null ? "" : String(state.undated));
  for (const group of GROUPS) put("no-" + group, [...state.off[group]].map((one) => one || "*").sort().join("|"));
  put("only", state.contested ? "contested" : "");
  put("side", state.side ? "side" : "");
  return asked.toString();
}

function takeAddress(text) {
  const asked = new URLSearchParams(text);
  const day = (name) => (DAY.test(asked.get(name)) ? asked.get(name) : null);
  const found = (asked.get("at") || "").split(",").map(idOf).filter(Boolean);
  const alone = found.length === 1 || found.every((id) => claims.has(id));
  state.chosen = found.length && alone ? found.join(" ") : null;
  state.clock = asked.get("clock") === "valid" ? "valid" : "published";
  [state.day, state.from] = [day("day"), day("from")];
  state.undated = { true: true, false: false }[asked.get("undated")] ?? null;
  for (const group of GROUPS) {
    const values = (asked.get("no-" + group) || "").split("|").filter(Boolean);
    state.off[group] = new Set(values.map((one) => (one === "*" ? "" : one)).filter((one) => knownFilter(group, one)));
  }
  state.contested = asked.get("only") === "contested";
  state.side = asked.get("side") === "side";
  takeView(asked);
}

function takeView(asked) {
  lookBack();
  const node = (key) => (nodes.has(idOf(key || "")) ? idOf(key) : null);
  const ends = (asked.get("path") || "").split(",").map(node);
  const number = Number(asked.get("community"));
  if (asked.get("view") === "around" && node(asked.get("around"))) lookAround(node(asked.get("around")), asked.get("depth") === "2" ? 2 : 1);
  else if (asked.get("view") === "path" && ends.length === 2 && ends.every(Boolean)) Object.assign(state, { view: "path", path: ends });
  else if (asked.get("view") === "community" && hasCommunity(number)) Object.assign(state, { view: "community", community: number });
  else if (asked.get("view") === "busiest" && large()) state.view = "busiest";
  else if (state.chosen) lookFor(state.chosen);
}

function startAddress() {
  let mine = location.hash.slice(1);
  const write = () => {
    const next = address();
    if (next === mine) return;
    mine = next;
    history.replaceState(null, "", next ? "#" + next : location.pathname + location.search);
  };
  onChange((what) => { if (what !== "theme" && what !== "size") write(); });
  addEventListener("hashchange", () => {
    if (location.hash.slice(1) === mine) return;
    mine = location.hash.slice(1);
    takeAddress(mine);
    changed("address");
  });
}
