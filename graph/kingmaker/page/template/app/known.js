// What is known of each race at the day the page is set to. Python worked every state out; here one is chosen.
let statesOfRaces = new Map(); // race -> its state
let overtaken = new Set(); // claims that are history by then: they never lead a line
let standings = new Map(); // "person post" -> the claim whose words are the standing

function stopsOf(clock) {
  return data.told.days[clock];
}

// The number of the last stop that is not after a day; one past the last for "all that is told".
function stopAt(day, clock = state.clock) {
  const stops = stopsOf(clock);
  if (day === null) return stops.length;
  let low = 0;
  let high = stops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stops[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function stateOfRace(race) {
  const stop = stopAt(state.day);
  let found = null;
  for (const [day, contests, terms] of race[state.clock]) {
    if (day > stop) break;
    found = { contests: contests.map((i) => race.contests[i]), terms: terms.map((i) => race.terms[i]) };
  }
  return found || { contests: [], terms: [] };
}

function learn() {
  statesOfRaces = new Map(data.told.races.map((race) => [race, stateOfRace(race)]));
  overtaken = new Set();
  standings = new Map();
  for (const [race, { contests }] of statesOfRaces) {
    for (const contest of contests) for (const i of contest.entries) learnEntry(race, race.entries[i]);
  }
}

function learnEntry(race, entry) {
  const kept = new Set([entry.now, ...entry.beside]);
  for (const i of entry.steps) {
    if (!kept.has(i)) for (const id of race.steps[i].claims) overtaken.add(id);
  }
  for (const i of entry.stands) {
    if (!race.stands[i].current) for (const id of race.stands[i].claims) overtaken.add(id);
  }
  // Contests come in the order of time, so the latest standing of somebody in two of them is kept.
  if (entry.now >= 0) standings.set(entry.person + " " + race.node, race.steps[entry.now].lead);
}

// The office a person is last said to hold, or else to have held, other than the one at stake.
function officeOf(person, post) {
  const told = claimsOf.get(person).filter((claim) => claim.office && claim.nodes[0] === person && claim.post && claim.post !== post && inTime(claim));
  const last = (status) => told.filter((claim) => claim.office === status).at(-1);
  if (last("current")) return nameOf(last("current").post);
  return last("former") ? "formerly " + nameOf(last("former").post) : "";
}

function startKnown() {
  onChange((what) => { if (what === "time" || what === "address") learn(); });
}
