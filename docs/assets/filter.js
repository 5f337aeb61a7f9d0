// Filters a list by the fields of a form. Without scripts, the style sheet hides the form and shows the whole list.
for (const form of document.querySelectorAll("form[data-filter]")) {
  const items = [...document.getElementById(form.dataset.filter).children];
  const status = form.querySelector("[role=status]");
  const apply = () => {
    const wanted = [...new FormData(form)].filter(([, value]) => value);
    let shown = 0;
    for (const item of items) {
      item.hidden = !wanted.every(([field, value]) => item.dataset[field].split(" ").includes(value));
      shown += item.hidden ? 0 : 1;
    }
    const words = status.dataset.count.replace("{n}", shown).replace("{all}", items.length);
    status.textContent = wanted.length ? words : "";
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  // If the reader goes back to this page, the browser restores the fields.
  apply();
}
