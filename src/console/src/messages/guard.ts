// The server's TextGuard (Core/Messages), so that whoever writes is warned while writing. Both are tried on the same examples.

export type Suspect = "IdentityNumber" | "AccountNumber" | "TelephoneNumber";
export type Suspicion = { what: Suspect; from: number; length: number };

type Group = { from: number; end: number; hasPlus: boolean };

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const mostBetween = 2;
const mostDigits = 17;

/** Numbers by which somebody can be found, from left to right; the longest that fits is told. */
export const look = (text: string): Suspicion[] => {
  const groups = groupsOf(text);
  const found: Suspicion[] = [];
  for (let first = 0; first < groups.length; ) {
    const hit = at(groups, first, text);
    if (hit === null) {
      first++;
      continue;
    }
    const from = groups[first]!.hasPlus ? groups[first]!.from - 1 : groups[first]!.from;
    found.push({ what: hit.what, from, length: groups[hit.last]!.end - from });
    first = hit.last + 1;
  }
  return found;
};

export const isClean = (text: string): boolean => look(text).length === 0;

const groupsOf = (text: string): Group[] =>
  [...text.matchAll(/[0-9]+/g)].map((match) => ({ from: match.index, end: match.index + match[0].length, hasPlus: text[match.index - 1] === "+" }));

const at = (groups: Group[], first: number, text: string): { what: Suspect; last: number } | null => {
  let hit: { what: Suspect; last: number } | null = null;
  let digits = "";
  for (let last = first; last < groups.length && digits.length <= mostDigits; last++) {
    const group = groups[last]!;
    if (last > first && !follows(group, groups[last - 1]!, text)) break;
    digits += text.slice(group.from, group.end);
    const what = shapeOf(digits, groups[first]!.hasPlus);
    if (what !== null) hit = { what, last };
  }
  return hit;
};

const follows = (group: Group, before: Group, text: string): boolean =>
  !group.hasPlus && group.from - before.end <= mostBetween && /^[\s.\-–/()]*$/.test(text.slice(before.end, group.from));

const shapeOf = (digits: string, hasPlus: boolean): Suspect | null =>
  !hasPlus && isIdentity(digits) ? "IdentityNumber" : !hasPlus && isAccount(digits) ? "AccountNumber" : isTelephone(digits, hasPlus) ? "TelephoneNumber" : null;

const isIdentity = (digits: string): boolean =>
  digits.length === 11 &&
  (digits[0]! >= "8" || isDay(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)))) &&
  fits(digits.slice(0, 10), firstWeights) &&
  fits(digits, secondWeights);

// Forty more in the day is a D-number; in the month an H-number; sixty or eighty a made-up person of a test register.
const isDay = (day: number, month: number): boolean => {
  const [realDay, realMonth, more] = [day % 40, month % 20, Math.floor(month / 20)];
  return realMonth >= 1 && realMonth <= 12 && [0, 2, 3, 4].includes(more) && realDay >= 1 && realDay <= daysOfMonth[realMonth - 1]!;
};

const isAccount = (digits: string): boolean => digits.length === 11 && /[1-9]/.test(digits) && fits(digits, secondWeights);

const isTelephone = (digits: string, hasPlus: boolean): boolean => {
  if (hasPlus) return digits.length >= 8 && digits.length <= 15;
  if (digits.startsWith("00")) return digits.length >= 10 && digits.length <= mostDigits && digits[2] !== "0";
  if (digits.length === 10 && digits.startsWith("47")) return digits[2]! >= "2";
  return digits.length === 8 && digits[0]! >= "2";
};

const fits = (digits: string, weights: number[]): boolean => weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11 === 0;
