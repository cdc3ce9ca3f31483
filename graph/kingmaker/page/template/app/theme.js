// The canvas takes its colours from the style sheet, so light and dark are said in one place.
let colours = {};

function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "card", "ink", "soft", "line", "accent", "hedge", "deny", "differ", "person", "post",
    "post-edge", "country", "body"]) {
    colours[name] = style.getPropertyValue("--" + name).trim();
  }
}

function dark() {
  const asked = document.documentElement.dataset.theme;
  return asked ? asked === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function startTheme() {
  readColours();
  const again = () => { readColours(); changed("theme"); };
  byId("theme").addEventListener("click", () => {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    again();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
}
