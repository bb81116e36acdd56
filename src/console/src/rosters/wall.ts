import type { CountyCover, CoverageWall, OfficeCover } from "../server/answers";

/** Where help is wanted first: the longest gaps, then those without a duty line at all. */
export const worstFirst = (offices: OfficeCover[]): OfficeCover[] =>
  [...offices].sort((one, other) => Number(one.hasDutyLine) - Number(other.hasDutyLine) || gapOf(other) - gapOf(one) || one.unit.localeCompare(other.unit));

export const gapOf = (office: OfficeCover): number => office.gapHours.reduce((sum, hours) => sum + hours, 0);

export const hasTrouble = (office: OfficeCover): boolean => !office.hasDutyLine || gapOf(office) > 0;

/** The counties, with only the offices that somebody must look at; a county where all is well is left out. */
export const onlyTrouble = (wall: CoverageWall): CountyCover[] =>
  wall.counties.map((county) => ({ ...county, offices: county.offices.filter(hasTrouble) })).filter((county) => county.offices.length > 0);

export const inAll = (wall: CoverageWall): { offices: number; withDutyLine: number; covered: number } =>
  wall.counties.reduce(
    (sum, { share }) => ({ offices: sum.offices + share.offices, withDutyLine: sum.withDutyLine + share.withDutyLine, covered: sum.covered + share.covered }),
    { offices: 0, withDutyLine: 0, covered: 0 },
  );

/** A share in whole per cent that never says "all" or "none" when it is not so. */
export const percent = (part: number, whole: number): number => (whole === 0 ? 0 : part === whole ? 100 : part === 0 ? 0 : Math.min(99, Math.max(1, Math.round((100 * part) / whole))));
