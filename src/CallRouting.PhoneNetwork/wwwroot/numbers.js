/** A number as Norwegians write it: mobile 912 34 567, fixed 22 33 44 55; others as they are. */
export function displayNumber(number) {
  const digits = /^\+47(\d{8})$/.exec(number)?.[1];
  if (!digits) return number === "anonymous" ? "skjult nummer" : number;
  return /^[489]/.test(digits) ? digits.replace(/(...)(..)(...)/, "$1 $2 $3") : digits.replace(/(..)(..)(..)(..)/, "$1 $2 $3 $4");
}

/** A key as it is said aloud. */
export function spokenNumber(key) {
  return { "*": "stjerne", "#": "firkant" }[key] ?? key;
}
