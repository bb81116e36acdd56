// Reads a calendar as ical.js understands it, with nothing but the zone that it carries, and says what it found as JSON.
// node read-calendar.mjs FOLDER-WITH-node_modules < calendar.ics
import { createRequire } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const ICAL = createRequire(join(process.argv[2], "package.json"))("ical.js");
const { default: ical = ICAL } = ICAL;

const calendar = new ical.Component(ical.parse(await text(process.stdin)));
ical.TimezoneService.reset();
for (const zone of calendar.getAllSubcomponents("vtimezone")) ical.TimezoneService.register(zone);

const moment = (time) => ({ utc: new Date(time.toUnixTime() * 1000).toISOString(), wall: time.toString(), zone: time.zone.tzid });

const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ical.Event(component);
  return {
    uid: event.uid,
    summary: event.summary,
    sequence: event.sequence,
    status: component.getFirstPropertyValue("status"),
    changed: component.getFirstPropertyValue("last-modified").toString(),
    from: moment(event.startDate),
    to: moment(event.endDate),
  };
});
process.stdout.write(JSON.stringify({ name: calendar.getFirstPropertyValue("x-wr-calname"), events }));
