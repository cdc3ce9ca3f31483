// The scale of days that histogram, charts and the line of the day share: pixels along the page.
const DAY_LENGTH = 86400000;
const scale = { first: 0, last: 1, width: 1 };

function dayNumber(day) {
  return Math.round(Date.parse(day + "T00:00:00Z") / DAY_LENGTH);
}

function dayOf(number) {
  return new Date(number * DAY_LENGTH).toISOString().slice(0, 10);
}

// The days on which claims were reported, or by which they were so, and some room around them. What was so
// long before anybody reported it would squeeze all the rest: it is drawn at the edge.
function setScale(clock) {
  const days = stopsOf(clock).map(dayNumber);
  const reported = stopsOf("published").map(dayNumber);
  if (!days.length) return;
  const [start, end] = reported.length ? [reported[0], reported.at(-1)] : [days[0], days.at(-1)];
  const reach = Math.max(120, (end - start) / 3);
  const within = [...days, ...sinceDays()].filter((day) => day >= start - reach && day <= end + reach);
  const [first, last] = [Math.min(start, ...within), Math.max(end, ...within)];
  const room = Math.max(last - first < 20 ? 15 : 4, (last - first) * 0.03);
  Object.assign(scale, { first: Math.floor(first - room), last: Math.ceil(last + room) });
}

function sinceDays() {
  return data.told.races.slice(0, 25).flatMap((race) => race.steps.map((step) => step.since).filter(Boolean).map(dayNumber));
}

function across(day) {
  return ((dayNumber(day) - scale.first) / (scale.last - scale.first)) * scale.width;
}

function inside(day) {
  return Math.min(scale.width, Math.max(0, across(day)));
}

// Where the axis is marked: at days, months or years, as many as can be read.
function ticks() {
  const most = Math.max(2, Math.floor(scale.width / 84));
  const span = scale.last - scale.first;
  for (const step of [1, 2, 7, 14]) if (span / step <= most) return dayTicks(step);
  for (const step of [1, 2, 3, 6, 12, 24, 60, 120, 240, 600]) if (span / 30.4 / step <= most) return monthTicks(step);
  return [];
}

function dayTicks(step) {
  const found = [];
  for (let at = scale.first + 1; at < scale.last; at += step) {
    const [, month, day] = dayOf(at).split("-").map(Number);
    found.push([dayOf(at), `${day} ${MONTHS[month - 1].slice(0, 3)}`]);
  }
  return found;
}

function monthTicks(step) {
  const found = [];
  const [from, until] = [Number(dayOf(scale.first).slice(0, 4)), Number(dayOf(scale.last).slice(0, 4))];
  for (let year = from; year <= until; year += 1) {
    for (let month = 0; month < 12; month += step) {
      if (step > 12 && year % (step / 12)) break;
      const day = `${String(year).padStart(4, "0")}-${String(month + 1).padStart(2, "0")}-01`;
      const at = dayNumber(day);
      if (at > scale.first && at < scale.last) found.push([day, labelOf(year, month, step, !found.length)]);
      if (step >= 12) break;
    }
  }
  return found;
}

function labelOf(year, month, step, first) {
  if (step >= 12) return String(year);
  const name = MONTHS[month].slice(0, 3);
  return first || month === 0 ? `${name} ${year}` : name;
}
