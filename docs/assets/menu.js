// The menu and the search open from the keyboard too. Without scripts, labels open the menu for a pointer, and the
// foot of each page leads to every section.
for (const button of document.querySelectorAll("[data-opens]")) {
  const box = document.getElementById(button.dataset.opens);
  button.addEventListener("click", () => box.click());
  box.addEventListener("change", () => button.setAttribute("aria-expanded", box.checked));
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

// The switch of colours stands at the scheme that is shown.
const shown = document.body.dataset.mdColorScheme;
const option = document.querySelector(`[name=__palette][data-md-color-scheme="${shown}"]`);
if (option) option.checked = true;
