import type { Line } from "../server/answers";

/** The line that is rung when nobody chooses: the office's general one. */
export const usualLine = <T extends Pick<Line, "isGeneral">>(lines: T[]): T | undefined => lines.find((line) => line.isGeneral) ?? lines[0];
