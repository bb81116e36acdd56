/** What a call ended with, as an agent says it afterwards. Of the work, not of the caller. */
export const wrapUpCodes = ["Transferred", "CallbackPromised", "Guided", "OtherService", "WrongNumber", "CallerGone"] as const;

export type WrapUpCode = (typeof wrapUpCodes)[number];
