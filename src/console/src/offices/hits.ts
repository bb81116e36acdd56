import type { Hit, Office, PlaceOfCall } from "../server/answers";

/** What choosing a hit tells the server: an area (municipality or district), or an office by its unit number. */
export type Choice = { areaCode: string } | { unit: string };

/** One line of the list of hits, and what choosing it means. */
export type Suggestion = {
  id: string;
  /** What matched: a name or number as it was asked for, also an old one. */
  name: string;
  kind: string;
  /** Where that is today, such as "Moss, Østfold"; null where it says no more than the name. */
  today: string | null;
  office: Office | null;
  choice: Choice;
};

const areaOf = (place: NonNullable<Hit["place"]>): string => `${place.name}, ${place.county}`;

const ofPlace = (hit: Hit, place: NonNullable<Hit["place"]>): Suggestion => ({
  id: `${hit.kind} ${hit.code} ${place.number}`,
  name: hit.name,
  kind: hit.kind,
  today: areaOf(place),
  office: hit.office,
  choice: { areaCode: hit.district?.code ?? place.number },
});

/** A place whose district decides is offered district by district, because the place alone leads to nobody. */
const byDistrict = (hit: Hit, place: NonNullable<Hit["place"]>): Suggestion[] =>
  place.offices.map((served) => ({
    id: `${hit.kind} ${hit.code} ${served.areaCode}`,
    name: served.areaName,
    kind: "district",
    today: areaOf(place),
    office: served.office,
    choice: { areaCode: served.areaCode },
  }));

const suggestionsOf = (hit: Hit): Suggestion[] => {
  if (hit.place !== null && hit.office === null && hit.district === null && hit.place.offices.length > 1) return byDistrict(hit, hit.place);
  if (hit.place !== null) return [ofPlace(hit, hit.place)];
  if (hit.office === null) return [];
  return [{ id: `office ${hit.office.unit}`, name: hit.office.name, kind: hit.kind, today: null, office: hit.office, choice: { unit: hit.office.unit } }];
};

/** Hits as a list to choose from, each once, in the server's order. */
export const suggestions = (hits: Hit[]): Suggestion[] => {
  const all = hits.flatMap(suggestionsOf);
  return all.filter((one, index) => all.findIndex((other) => other.id === one.id) === index);
};

/** Where the caller is, in a few words. */
export const placeInWords = (place: PlaceOfCall): string =>
  [place.postcode, place.name === place.county ? place.name : `${place.name}, ${place.county}`].filter((part) => part !== null).join(" ");
