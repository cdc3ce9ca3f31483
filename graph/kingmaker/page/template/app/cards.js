// The race cards. Python wrote them for all that is told; set to a day, they are made anew from what was known.
const NAMES_SHOWN = 8;
const OPENING = /^[“‘"'«]/;

function chip(told, text, tone, dated) {
  return el("button", { type: "button", class: `chip ${told.mode} tone-${tone}`, "data-claims": told.claims.join(" ") },
    told.mark ? el("b", { class: "mark", "aria-hidden": "true" }, told.mark) : null, text, dated ? [" ", el("small", {}, dated)] : null,
    tone === "name" && told.mode !== "stated" ? el("span", { class: "sr" }, ` (${told.mode})`) : null,
    told.disputed ? el("b", { class: "mark differ", title: "Told otherwise elsewhere", "aria-hidden": "true" }, "≠") : null,
    told.disputed ? el("span", { class: "sr" }, " (told otherwise elsewhere)") : null);
}

function stepChip(step) {
  return chip(step, step.text + (step.unnamed ? ", by unnamed sources" : ""), step.tone, step.dated);
}

function cardOf(race, entry) {
  const steps = race.steps;
  const now = entry.now >= 0 ? steps[entry.now] : null;
  const beside = entry.beside.map((i) => steps[i]);
  const earlier = entry.steps.filter((i) => i !== entry.now && !entry.beside.includes(i)).map((i) => steps[i]);
  const office = officeOf(entry.person, race.node);
  const chips = beside.length ? beside.map(stepChip) : now ? [] : [el("span", { class: "none" }, "No candidacy told")];
  return el("article", { class: `card tone-${now ? now.tone : "none"} ${now ? now.mode : "hedged"}`, "data-node": entry.person },
    el("div", { class: "head" }, el("h4", {}, el("button", { type: "button", class: "name", "data-node": entry.person }, nameOf(entry.person))), now ? stepChip(now) : null),
    office ? el("p", { class: "office" }, office) : null, chips.length ? el("p", { class: "chips" }, chips) : null,
    quoteOnCard(now || beside[0]), groupsOf(race, entry),
    earlier.length ? el("p", { class: "group earlier" }, el("span", { class: "what" }, "Before"), earlier.map((step) => chip(step, step.text, "name", step.dated))) : null);
}

function quoteOnCard(step) {
  const claim = step && claims.get(step.lead);
  if (!claim || !claim.quotes.length) return null;
  const words = claim.quotes[0][1];
  return [el("blockquote", { class: OPENING.test(words) ? false : "bare" }, words), el("p", { class: "says" }, `${claim.says} · ${whereOf(claim)}`)];
}

function groupsOf(race, entry) {
  const groups = new Map();
  for (const stand of entry.stands.map((i) => race.stands[i]).filter((one) => one.current)) {
    groups.set(stand.title, [...(groups.get(stand.title) || []), stand]);
  }
  return [...groups].map(([title, stands]) => el("p", { class: "group" }, el("span", { class: "what" }, title),
    stands.slice(0, NAMES_SHOWN).map((stand) => chip(stand, nameOf(stand.actor), "name")),
    stands.length > NAMES_SHOWN ? el("span", { class: "rest" }, `and ${stands.length - NAMES_SHOWN} more`) : null));
}

function wantsOf(contest) {
  if (!contest.wants.length) return null;
  return el("p", { class: "group wants" }, el("span", { class: "what" }, "Wanted in the post"), contest.wants.slice(0, 6).map(([party, wish, mode, behind]) => (
    el("button", { type: "button", class: `chip ${mode} tone-name`, "data-claims": behind.join(" ") }, `“${wish}” `, el("small", {}, nameOf(party))))));
}

function contestOf(race, contest, several) {
  const title = several || contest.closed ? el("p", { class: "contest" }, contest.title[0].toUpperCase() + contest.title.slice(1)) : null;
  return [title, contest.entries.map((i) => cardOf(race, race.entries[i])), wantsOf(contest)];
}

function contestsOf(race) {
  const { contests, terms } = statesOfRaces.get(race);
  const held = terms.length ? el("p", { class: "group" }, el("span", { class: "what" }, "In the post"), terms.map((term) => (
    el("button", { type: "button", class: "chip stated tone-name", "data-claims": term.claims.join(" ") }, nameOf(term.holder) + " ", el("small", {}, term.words))))) : null;
  const none = contests.length || terms.length ? null : el("p", { class: "rest" }, "Nothing was told of it by then.");
  return [...contests].reverse().map((contest) => contestOf(race, contest, contests.length > 1)).flat().concat([held, none]).flat(2).filter(Boolean);
}

// A panel is filled when it is opened: a page of many races has thousands of cards.
function fill(panel) {
  if (panel.open) panel.querySelector(".contests").replaceChildren(...contestsOf(races.get(panel.dataset.node)));
  else panel.querySelector(".contests").dataset.stale = "yes";
  dim(panel);
}

function dim(panel) {
  if (document.body.dataset.state === "waiting" && !filtered() && !state.chosen) return;
  for (const told of panel.querySelectorAll(".chip[data-claims]")) {
    told.classList.toggle("dim", !told.dataset.claims.split(" ").some((id) => visible(claims.get(id))));
  }
  for (const card of panel.querySelectorAll(".card")) card.classList.toggle("chosen", card.dataset.node === state.chosen);
}

// A race that the page does not list comes to the head of the list when it is asked for.
function panelOf(post) {
  const found = [...document.querySelectorAll("#races .race")].find((panel) => panel.dataset.node === post);
  if (found || !races.has(post)) return found || null;
  const race = races.get(post);
  const panel = el("details", { class: "race", "data-node": post, open: true },
    el("summary", {}, el("h3", {}, race.post), el("span", { class: "count" }, counted(race.claims, "claim", "claims"))), el("div", { class: "contests" }));
  byId("races").prepend(panel);
  listen(panel);
  fill(panel);
  return panel;
}

function listen(panel) {
  panel.addEventListener("toggle", () => {
    if (panel.open && panel.querySelector(".contests").dataset.stale) {
      delete panel.querySelector(".contests").dataset.stale;
      fill(panel);
    }
  });
}

function tellDay() {
  const told = state.day === null ? "" : state.clock === "published" ? `as reported by ${inWords(state.day)}` : `as it was on ${inWords(state.day)}`;
  byId("as-of").textContent = told;
  document.body.classList.toggle("past", state.day !== null);
}

function showChosen() {
  const post = races.has(state.chosen) ? state.chosen : null;
  if (post) panelOf(post).open = true;
  const card = document.querySelector(".card.chosen");
  const target = post ? panelOf(post) : card;
  if (!target || !matchMedia("(min-width: 761px)").matches) return;
  if (card) card.closest("details").open = true;
  target.scrollIntoView({ block: "nearest" });
}

function startCards() {
  const panels = () => [...document.querySelectorAll("#races .race")];
  for (const panel of panels()) if (!panel.querySelector(".card")) panel.querySelector(".contests").dataset.stale = "yes";
  panels().forEach(listen);
  byId("races").addEventListener("click", (event) => {
    const hit = event.target.closest("button");
    if (hit && hit.dataset.node) choose(hit.dataset.node);
    else if (hit && hit.dataset.claims) choose(hit.dataset.claims);
  });
  onChange((what) => {
    if (what === "theme" || what === "size") return;
    const written = document.body.dataset.state === "waiting" && state.day === null && state.clock === "published";
    panels().forEach((what === "time" || what === "address") && !written ? fill : dim);
    tellDay();
    if (what === "chosen" || what === "address") showChosen();
  });
}
