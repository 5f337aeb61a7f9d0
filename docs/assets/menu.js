// Opens the menu and the search from the keyboard. Without scripts, readers with a mouse or a touchscreen can open the
// menu through labels, and the footer of each page links to every section.
const openers = [...document.querySelectorAll("[data-opens]")].map((button) => [button, document.getElementById(button.dataset.opens)]);
for (const [button, box] of openers) {
  const tell = () => button.setAttribute("aria-expanded", box.checked);
  button.addEventListener("click", () => box.click());
  box.addEventListener("change", tell);
  // An address with a query opens the search before this script runs.
  tell();
}

const drawer = document.getElementById("__drawer");
const menu = document.querySelector(".menu");
drawer.addEventListener("change", () => drawer.checked && menu.querySelector("a").focus());
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && drawer.checked) {
    drawer.click();
    document.querySelector("[data-opens=__drawer]").focus();
  }
});
menu.addEventListener("focusout", (event) => {
  if (drawer.checked && event.relatedTarget && !menu.contains(event.relatedTarget)) drawer.click();
});

// The search of Material looks only when a key is released. Text is also pasted, dropped, dictated, or cleared.
const query = document.querySelector("[data-md-component=search-query]");
const look = () => query.dispatchEvent(new Event("keyup"));
query.addEventListener("input", look);
query.form.addEventListener("reset", () => setTimeout(look));

// Sets the colour switch to the current scheme.
const setSwitch = () => {
  const option = document.querySelector(`[name=__palette][data-md-color-scheme="${document.body.dataset.mdColorScheme}"]`);
  if (option) option.checked = true;
};
setSwitch();

// A reader comes back: the browser has kept the page in memory, or it restores the fields without an event. The menu and the
// search are closed then, and the colours are those that the reader has chosen on another page.
addEventListener("pageshow", ({persisted}) => {
  for (const [button, box] of openers) if (box.checked && (persisted || button.getAttribute("aria-expanded") === "false")) box.click();
  setSwitch();
  document.getElementById(`__palette_${__md_get("__palette")?.index}`)?.click();
});

// Opened as a file, without a server: a link to a folder must name the page in it, and the search cannot load anything.
if (location.protocol === "file:") {
  for (const link of document.links) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }
  document.querySelector("[data-opens=__search]").hidden = true;
  document.querySelector(".as-file").hidden = false;
}
