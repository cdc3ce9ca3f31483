// Search that knows no accents, by every name somebody goes by.
const PLAIN = { "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "’": "'" };
let index = null;
let onPicked = null; // who waits for a second name

function folded(text) {
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return [...bare].map((letter) => PLAIN[letter] || letter).join("");
}

function search(text) {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  // Made when first asked for: folding every name of a large page takes a while.
  index = index || data.nodes.map((node) => ({ node, names: [node.name, ...node.names].map((name) => [name, folded(name)]) }));
  const found = [];
  for (const { node, names } of index) {
    const hit = names.find(([, plain]) => words.every((word) => plain.includes(word)));
    if (hit) found.push({ node, by: hit[0], rank: rankOf(hit[1], words[0]), weight: claimsOf.get(node.id).length });
  }
  return found.sort((a, b) => a.rank - b.rank || b.weight - a.weight).slice(0, 8);
}

function rankOf(plain, word) {
  if (plain.startsWith(word)) return 0;
  return plain.includes(" " + word) ? 1 : 2;
}

function pickPath(from) {
  const input = byId("find");
  onPicked = (to) => {
    Object.assign(state, { view: "path", path: [from, to], around: null, community: null, chosen: null });
    changed("view");
  };
  input.value = "";
  input.placeholder = `Path from ${nameOf(from)} to …`;
  input.focus();
}

function startSearch() {
  const input = byId("find");
  const list = byId("found");
  const asked = input.placeholder;
  let at = 0;
  let results = [];
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const forget = () => { onPicked = null; input.placeholder = asked; };
  const take = (result) => {
    const then = onPicked || choose;
    forget();
    input.value = result.node.name;
    close();
    then(result.node.id);
  };
  const show = () => {
    list.replaceChildren(...results.map((result, place) => {
      const note = (result.by !== result.node.name ? result.by + ", " : "") + `${data.told.kinds[result.node.kind]}, ${counted(result.weight, "claim", "claims")}`;
      const item = el("li", { role: "option", id: "found-" + place, "aria-selected": String(place === at) }, result.node.name, el("small", {}, note));
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(result); });
      return item;
    }));
    if (!results.length && input.value.trim()) list.replaceChildren(el("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nobody and nothing by that name"));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (results.length) input.setAttribute("aria-activedescendant", "found-" + at);
  };
  input.addEventListener("input", () => { at = 0; results = search(input.value); show(); });
  input.addEventListener("blur", () => { close(); forget(); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      at = Math.max(0, Math.min(results.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)));
      show();
    } else if (event.key === "Enter" && results[at]) take(results[at]);
    else if (event.key === "Escape") { close(); forget(); }
  });
  startKeys(input);
}

function startKeys(input) {
  addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.defaultPrevented || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") { event.preventDefault(); input.focus(); }
    if (event.key === "Escape" && state.chosen) choose(null);
    else if (event.key === "Escape" && state.view !== "first") { lookBack(); changed("view"); }
    if (event.key === "[") stepDay(-1);
    if (event.key === "]") stepDay(1);
    if (event.key === "e" && nodes.has(state.chosen) && linesOf.get(state.chosen).length) { lookAround(state.chosen, state.view === "around" && state.around === state.chosen ? 2 : 1); changed("view"); }
  });
}
