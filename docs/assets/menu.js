// Opens the menu and the search from the keyboard. Without scripts, readers with a mouse or a touchscreen can open the
// menu through labels, and the footer of each page links to every section.
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

// Sets the colour switch to the current scheme.
const scheme = document.body.dataset.mdColorScheme;
const option = document.querySelector(`[name=__palette][data-md-color-scheme="${scheme}"]`);
if (option) option.checked = true;
