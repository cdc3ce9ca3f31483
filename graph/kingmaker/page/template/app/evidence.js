// The words behind what is chosen: quote in its sentence, whose word, how surely, and where it was published.
const CLAIMS_SHOWN = 40;

function nameLink(id) {
  return el("button", { type: "button", class: "link", click: () => choose(id) }, nameOf(id));
}

function tags(claim) {
  const surely = CERTAINTY[claim.certainty];
  const made = [];
  if (claim.polarity === "negative") made.push(el("span", { class: "tag denied" }, "× denied"));
  if (claim.certainty !== "certain") made.push(el("span", { class: "tag hedged", title: NOTES[claim.certainty] }, "? " + surely));
  else if (!made.length) made.push(el("span", { class: "tag", title: NOTES.certain }, surely));
  made.push(el("span", { class: "tag quiet" }, data.told.relations[claim.relation].toLowerCase()));
  if (overtaken.has(claim.id)) made.push(el("span", { class: "tag quiet", title: "A later plain fact has taken its place" }, "overtaken"));
  const others = claim.against.filter((id) => visible(claims.get(id)));
  if (others.length) {
    made.push(el("button", { type: "button", class: "tag differ", click: () => choose([claim.id, ...others].join(" ")) },
      `≠ told otherwise (${others.length})`));
  }
  return el("p", {}, made);
}

function sentence(claim) {
  const parts = claim.parts.map((part) => (part[0] === " " ? part + " " : nameLink(part)));
  const about = claim.post && !claim.parts.includes(claim.post) ? el("span", { class: "about" }, nameLink(claim.post)) : null;
  return el("p", { class: "sentence" }, about, parts);
}

function quoteOf([before, words, after]) {
  const tight = /^[\s,.;:!?”’)]/.test(after) ? "" : " ";
  return el("blockquote", {}, before ? el("span", {}, before + " ") : null, el("mark", {}, words), after ? el("span", {}, tight + after) : null);
}

// Two quotes in one sentence are shown in it once, each marked.
function quotesOf(claim) {
  const whole = claim.quotes.map((quote) => [quote, quote.join(" ").replace(/\s+/g, " ")]);
  return whole.filter(([[, words]], place) => !whole.some(([[, other]], at) => at !== place && other.includes(words) && (other.length > words.length || at < place))).map(([quote]) => quoteOf(quote));
}

function published(claim) {
  const article = articles[claim.article];
  const title = article.link ? el("a", { href: article.link, rel: "noopener noreferrer", target: "_blank" }, article.title) : article.title;
  const where = whereOf(claim);
  return el("p", { class: "meta" }, "Said by ", el("b", {}, claim.says), where ? ` · ${where} · ` : " · ", title,
    claim.when ? el("span", {}, ` · when: ${claim.when}`) : null);
}

function why(claim) {
  const drawn = { stated: "solid, for it is told as plain fact", hedged: `dashed, for it is ${NOTES[claim.certainty]}`, denied: "dotted, for it says that it is not so" }[claim.mode];
  const counts = claim.reported ? `It counts from ${inWords(claim.reported)}, when it was published${claim.since && claim.since !== claim.reported ? `; it tells of ${inWords(claim.since)}` : ""}.` : "Its article has no date, so it counts on no day.";
  return el("details", { class: "why" }, el("summary", {}, "Why is this here?"),
    el("p", {}, `These words were read as: ${said(claim)}. Its line is ${drawn}. ${counts} It is ${claim.says === "the article itself" ? "the article's own word" : `the word of ${claim.says}`}, not a finding of fact.`),
    el("p", {}, "Its name in the graph: ", el("code", {}, "claim:" + claim.key), ". ", el("code", {}, "kingmaker explain claim:" + claim.key), " tells how it was read."));
}

function claimItem(claim) {
  return el("article", { class: "claim " + claim.mode, "data-claim": claim.id }, tags(claim), sentence(claim), quotesOf(claim), published(claim), why(claim));
}

function claimList(found, from) {
  const shown = found.slice(from, from + CLAIMS_SHOWN).map(claimItem);
  if (found.length <= from + CLAIMS_SHOWN) return shown;
  const more = el("button", { type: "button", class: "link" }, `Show ${Math.min(CLAIMS_SHOWN, found.length - from - CLAIMS_SHOWN)} more of ${found.length}`);
  more.addEventListener("click", () => more.replaceWith(...claimList(found, from + CLAIMS_SHOWN)));
  return [...shown, more];
}

function panelTop(label, ...tools) {
  return el("div", { class: "panel-tools" }, el("p", { class: "label" }, label), tools, el("button", { type: "button", click: () => choose(null) }, "Close"));
}

// What is told two ways comes first, then the latest word.
function inPanelOrder(found) {
  const date = (claim) => claim.reported;
  const contested = (claim) => Number(claim.against.some((id) => visible(claims.get(id))));
  return [...found].sort((a, b) => contested(b) - contested(a) || (date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : 0));
}

function around(id) {
  if (!linesOf.get(id).length) return [];
  const go = (depth) => el("button", { type: "button", click: () => { lookAround(id, depth); changed("view"); } }, depth === 1 ? "Draw around this" : "Two steps");
  const path = el("button", { type: "button", click: () => pickPath(id) }, "Path to …");
  const here = state.view === "around" && state.around === id;
  return [here && state.depth === 1 ? null : go(1), here && state.depth === 2 ? null : go(2), path];
}

function panelOfNode(id) {
  const all = claimsOf.get(id);
  const found = inPanelOrder(all.filter(visible));
  const node = nodes.get(id);
  const also = node.names.length ? ` Also: ${node.names.join(", ")}.` : "";
  const hidden = all.length - found.length;
  return [panelTop(data.told.kinds[node.kind]), el("h2", {}, node.name), el("p", { class: "panel-tools ways" }, around(id)),
    el("p", { class: "lead" }, `${counted(found.length, "claim", "claims")}, the contested and the latest first${hidden ? `; ${hidden} filtered out` : ""}.${also}`), claimList(found, 0)];
}

function panelOfLine(line) {
  const found = inPanelOrder(line.claims.map(([id]) => claims.get(id)).filter(visible));
  const ways = MODES.map((mode) => [mode, found.filter((claim) => claim.mode === mode).length]).filter(([, number]) => number).map(([mode, number]) => `${number} ${mode}`);
  return [panelTop("Line"), el("h2", {}, `${nameOf(line.from)} and ${nameOf(line.to)}`),
    el("p", { class: "lead" }, `${data.told.relations[line.relation]}: ${counted(found.length, "claim", "claims")} behind this line (${ways.join(", ")}).`), claimList(found, 0)];
}

function panelOfClaims(found) {
  const pair = found.length > 1 && found.slice(1).every((claim) => found[0].against.includes(claim.id));
  if (pair) return panelOfSides(found[0], found.slice(1));
  const title = found.length === 1 ? said(found[0]) : "Told by " + counted(found.length, "claim", "claims");
  return [panelTop("Evidence"), el("h2", {}, title), claimList(found, 0)];
}

function panelOfSides(one, others) {
  return [panelTop("Contested"), el("h2", {}, "Told two ways"), el("p", { class: "lead" }, "No side is taken. What the one says, and what the others say:"),
    el("div", { class: "sides" }, el("div", {}, el("p", { class: "label" }, "One account"), claimItem(one)), el("div", {}, el("p", { class: "label" }, "Against it"), others.slice(0, 12).map(claimItem)))];
}

// Nothing chosen: what most needs a reader's eye, else the latest word.
function panelAtFirst() {
  const hint = el("p", { class: "lead" }, "Choose a name, a line or a chip to read the words behind it.");
  const pairs = openDisputes();
  if (!pairs.length) return [el("h2", {}, "The latest word"), hint, inPanelOrder([...claims.values()].filter(visible)).slice(0, 8).map(claimItem)];
  const all = pairs.length > 1 ? el("p", { class: "lead" }, el("a", { href: "#differ", class: "jump" }, `All ${pairs.length} side by side, below`)) : null;
  return [el("h2", {}, "Where accounts differ"), hint, all, pairs.slice(0, 8).map(([sort, one, other]) => (
    el("div", { class: "pair" }, el("p", { class: "label" }, sort), claimItem(one.at(-1)), claimItem(other.at(-1)))))];
}

function panel() {
  const chosen = state.chosen;
  if (!chosen) return panelAtFirst();
  if (nodes.has(chosen)) return panelOfNode(chosen);
  if (lines.has(chosen)) return panelOfLine(lines.get(chosen));
  const found = chosen.split(" ").map((id) => claims.get(id));
  const shown = found.filter((claim) => claim && visible(claim));
  if (shown.length) return panelOfClaims(shown);
  return [panelTop("Evidence"), el("p", { class: "lead" }, `${counted(found.length, "claim", "claims")}, which the filters or the day leave out.`)];
}

function startEvidence() {
  const box = byId("evidence");
  const fillPanel = (what) => {
    box.replaceChildren(...panel().flat(2).filter(Boolean));
    box.classList.toggle("open", Boolean(state.chosen));
    if (what === "chosen") box.scrollTop = 0;
  };
  box.addEventListener("click", (event) => {
    if (!event.target.closest(".jump")) return;
    event.preventDefault();
    byId("differ").scrollIntoView();
  });
  onChange((what) => {
    if (what === "theme" || what === "size") return;
    if (document.body.dataset.state === "waiting" && !state.chosen) later(() => fillPanel(what));
    else fillPanel(what);
  });
}
