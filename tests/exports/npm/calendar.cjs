// Reads a calendar from standard input with ical.js and writes its entries, as JSON.
const ICAL = require("ical.js");

ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(require("fs").readFileSync(0, "utf8")));
const entries = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component, { strictExceptions: true });
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    sequence: event.sequence,
    start: event.startDate.toString(),
    days: event.duration.toSeconds() / 86400,
    changed: component.getFirstPropertyValue("last-modified").toString(),
    status: component.getFirstPropertyValue("status"),
    transparency: component.getFirstPropertyValue("transp"),
    url: component.getFirstPropertyValue("url"),
  };
});
console.log(JSON.stringify({ name: calendar.getFirstPropertyValue("x-wr-calname"), entries }));
