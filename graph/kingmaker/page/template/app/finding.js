// Search that knows no accents, the filters, and the cards as a way into the graph.
const PLAIN = { "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "’": "'" };

function folded(text) {
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return [...bare].map((letter) => PLAIN[letter] || letter).join("");
}

const index = data.nodes.map((node) => ({ node, names: [node.name, ...node.names].map((name) => [name, folded(name)]) }));

function search(text) {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const found = [];
  for (const { node, names } of index) {
    const hit = names.find(([, plain]) => words.every((word) => plain.includes(word)));
    if (hit) found.push({ node, by: hit[0], rank: (hit[1].startsWith(words[0]) ? 0 : 1), weight: claimsOf.get(node.id).length });
  }
  return found.sort((a, b) => a.rank - b.rank || b.weight - a.weight).slice(0, 8);
}

function startSearch() {
  const input = byId("find");
  const list = byId("found");
  let at = 0;
  let results = [];
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const take = (result) => { input.value = result.node.name; close(); choose(result.node.id); };
  const show = () => {
    list.replaceChildren(...results.map((result, place) => {
      const note = (result.by !== result.node.name ? result.by + ", " : "") + `${data.told.kinds[result.node.kind]}, ${counted(result.weight, "claim", "claims")}`;
      const item = el("li", { role: "option", id: "found-" + place, "aria-selected": String(place === at) }, result.node.name, el("small", {}, note));
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(result); });
      return item;
    }));
    if (!results.length && input.value.trim()) list.replaceChildren(el("li", {}, "Nobody and nothing by that name"));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (results.length) input.setAttribute("aria-activedescendant", "found-" + at);
  };
  input.addEventListener("input", () => { at = 0; results = search(input.value); show(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      at = Math.max(0, Math.min(results.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)));
      show();
    } else if (event.key === "Enter" && results[at]) take(results[at]);
    else if (event.key === "Escape") close();
  });
  addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing) { event.preventDefault(); input.focus(); }
    if (event.key === "Escape" && !typing && state.chosen) choose(null);
  });
}

function startFilters() {
  byId("legend").addEventListener("change", (event) => {
    const { name, value, checked } = event.target;
    if (name === "side") { state.side = checked; changed("side"); return; }
    if (checked) state.off[name].delete(value);
    else state.off[name].add(value);
    changed("filter");
  });
}

function startCards() {
  byId("races").addEventListener("click", (event) => {
    const hit = event.target.closest("button");
    if (!hit) return;
    if (hit.dataset.node) choose(hit.dataset.node);
    else if (hit.dataset.claims) choose(hit.dataset.claims);
  });
  onChange((what) => {
    for (const chip of document.querySelectorAll(".chip[data-claims]")) {
      chip.classList.toggle("dim", !chip.dataset.claims.split(" ").some((id) => visible(claims.get(id))));
    }
    for (const card of document.querySelectorAll(".card")) card.classList.toggle("chosen", card.dataset.node === state.chosen);
    const card = what === "chosen" && document.querySelector(".card.chosen");
    if (card && matchMedia("(min-width: 761px)").matches) {
      card.closest("details").open = true;
      card.scrollIntoView({ block: "nearest" });
    }
  });
}
