import type { Message } from "../server/answers";

/** Nobody of the office has opened it. */
export const isUnread = ({ firstReadAt }: Message): boolean => firstReadAt === null;

/** How many an office has yet to open. */
export const unread = (messages: Message[]): number => messages.filter(isUnread).length;
