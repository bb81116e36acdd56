import { ConnectionNotice } from "../live/ConnectionNotice";
import { useLive } from "../live/Live";
import { NewMessageForm } from "./NewMessageForm";
import { MessageList } from "./MessageList";

/** Messages between the contact centre and an office: an agent writes and sees what was read, an office reads. */
export const MessagesPage = () => {
  const { session } = useLive();
  return (
    <div className="stack">
      <ConnectionNotice />
      {session.role === "agent" && <NewMessageForm />}
      <MessageList isSender={session.role === "agent"} />
    </div>
  );
};
