import { Loader } from "@navikt/ds-react";
import { ConnectionNotice } from "../live/ConnectionNotice";
import { useLive, useSnapshot } from "../live/Live";
import { useActs } from "../server/Acts";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { AnnouncementForm } from "./AnnouncementForm";
import { AnnouncementOn } from "./AnnouncementOn";

/** A message that all callers hear at once: a crisis, an outage. On or off, and by whom. */
export const AnnouncementPage = () => {
  const { words } = useWords();
  const { server } = useLive();
  const { error, forgive } = useActs();
  const announcement = useSnapshot(["announcement"], server.announcement);
  return (
    <div className="stack">
      <ConnectionNotice />
      {announcement.isPending && <Loader title={words("loading")} />}
      {announcement.error && <Failure error={announcement.error} />}
      {error && <Failure error={error} close={forgive} />}
      {announcement.data && <AnnouncementOn announcement={announcement.data} />}
      {announcement.isSuccess && <AnnouncementForm key={announcement.data?.since ?? "off"} announcement={announcement.data} />}
    </div>
  );
};
