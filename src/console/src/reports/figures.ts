import type { Definition, ReleasedPlace, ReportFigure } from "../server/answers";
import type { Language } from "../words/words";

export const nothing = "–";

const locales: Record<Language, string> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };

/** Whole per cent, halves upwards: 6 of 44 is 14 %. */
export const percent = (share: number | null): string => (share === null ? nothing : `${Math.floor(share * 100 + 0.5 + 1e-9)} %`);

/** A figure as people read it, by what its definition says that it is. */
export const shown = (value: number | null, unit: Definition["unit"] | undefined, language: Language): string => {
  if (value === null) return nothing;
  switch (unit) {
    case "percent":
      return percent(value);
    case "seconds":
      return `${Math.round(value)} s`;
    case "mean":
      return new Intl.NumberFormat(locales[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
    default:
      return new Intl.NumberFormat(locales[language]).format(value);
  }
};

/** "6 / 44" of a share that has anything to be a share of. */
export const fraction = (figure: ReportFigure): string => (figure.whole ? `${figure.part} / ${figure.whole}` : "");

export const interval = (low: number | null, high: number | null): string => (low === null || high === null ? "" : `${percent(low)} – ${percent(high)}`);

/** What was meant by a count that is not there: it is hidden, and nobody is told why. */
export const count = (place: ReleasedPlace, key: string, language: Language): string => {
  const number = place.counts[key] ?? null;
  return number === null ? ":" : new Intl.NumberFormat(locales[language]).format(number);
};

/** The country first, then counties by name, each with its municipalities by name; unknown places last. */
export const inOrder = (places: ReleasedPlace[]): ReleasedPlace[] => {
  const by = (above: string | null) =>
    places
      .filter((place) => place.above === above)
      .sort((one, other) => Number(isUnknown(one)) - Number(isUnknown(other)) || one.name.localeCompare(other.name, "nb"));
  const down = (above: string | null): ReleasedPlace[] => by(above).flatMap((place) => [place, ...down(place.code)]);
  return down(null);
};

export const isUnknown = (place: ReleasedPlace): boolean => place.name === "unknown";

/** How deep a place lies: 0 for the country, 1 for a county, 2 for a municipality. */
export const depthOf = (place: ReleasedPlace, places: ReleasedPlace[]): number => {
  const above = places.find((one) => one.code === place.above);
  return above === undefined ? 0 : 1 + depthOf(above, places);
};

export type Point = { x: number; y: number };

/** Where the values of a trend lie in a picture; what is not known is no point. */
export const points = (values: (number | null)[], width: number, height: number, most: number): (Point | null)[] => {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values.map((value, i) => (value === null ? null : { x: i * step, y: height - (most === 0 ? 0 : (value / most) * height) }));
};

/** Lines between neighbours that are both known: a gap stays a gap. */
export const strokes = (all: (Point | null)[]): [Point, Point][] =>
  all.flatMap((point, i) => {
    const next = all[i + 1];
    return point && next ? [[point, next] as [Point, Point]] : [];
  });
