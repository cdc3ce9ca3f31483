// Which of the two drawings shows: all names in communities on a canvas of our own, or a part of them by vis.
let overview = null;

function communityName(number) {
  return data.told.overview.communities[number].name;
}

function showSurface() {
  const all = overviewShown();
  byId("canvas").hidden = all;
  byId("overview").hidden = !all;
  byId("communities").hidden = !all;
}

function startOverview() {}
function redrawOverview() {}
