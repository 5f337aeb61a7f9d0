// Stands in for Material's search until the reader types. Then it loads that search and its entries, a third of what a page
// would load otherwise. The query of this script's address names the script of the search. The types are those of Material's
// messages: 0 is the set-up, and 1 says that it is done; 2 is a query, and 3 its result.
let setup, query, isLoading = false;

onmessage = async ({data: message}) => {
  if (message.type === 0) {
    setup = message;
    postMessage({type: 1});
    return;
  }
  query = message;
  if (isLoading || !message.data) return;
  isLoading = true;
  try {
    const response = await fetch("../../../search/entries.json");
    setup.data.docs = await response.json();
    importScripts(location.search.slice(1));
  } catch (error) {
    // The next key tries again.
    isLoading = false;
    throw error;
  }
  // Material's script listens from here on. It takes its set-up before the next task.
  onmessage = null;
  dispatchEvent(new MessageEvent("message", {data: setup}));
  setTimeout(() => dispatchEvent(new MessageEvent("message", {data: query})));
};
