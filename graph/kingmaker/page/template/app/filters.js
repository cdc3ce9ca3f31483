// The legend is the filters: what each sign means stands beside the switch for it.
function boxes() {
  return [...byId("legend").querySelectorAll("input")];
}

function knownFilter(group, value) {
  return boxes().some((box) => box.name === group && box.value === value);
}

function tellFilters() {
  for (const box of boxes()) {
    if (state.off[box.name]) box.checked = !state.off[box.name].has(box.value);
    else if (box.name === "only") box.checked = state.contested;
    else if (box.name === "side") box.checked = state.side;
  }
  byId("reset").hidden = !filtered();
  byId("sources").classList.toggle("some", state.off.publisher.size + state.off.source.size > 0);
}

function startFilters() {
  listed = new Set(boxes().filter((box) => box.name === "publisher" && box.value).map((box) => box.value));
  byId("legend").addEventListener("submit", (event) => event.preventDefault());
  byId("legend").addEventListener("change", (event) => {
    const { name, value, checked } = event.target;
    if (name === "side") { state.side = checked; return changed("side"); }
    if (name === "only") state.contested = checked;
    else if (checked) state.off[name].delete(value);
    else state.off[name].add(value);
    return changed("filter");
  });
  byId("reset").addEventListener("click", () => {
    for (const group of GROUPS) state.off[group].clear();
    Object.assign(state, { contested: false, day: null, from: null, undated: null });
    changed("time");
  });
  onChange((what) => { if (what === "filter" || what === "time" || what === "address" || what === "side") tellFilters(); });
  // An open menu closes when the reader goes elsewhere.
  addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
  addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector("details.menu[open]");
    if (!open) return;
    event.preventDefault(); // Escape goes one step back, not two
    open.open = false;
    open.querySelector("summary").focus();
  });
}
