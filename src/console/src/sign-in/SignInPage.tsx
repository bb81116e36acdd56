import { BodyLong, Button, Heading, Loader } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { clientFor, told } from "../server/ask";
import { Failure } from "../supervision/Failure";
import { useWords } from "../words/useWords";
import { PersonList } from "./PersonList";
import { isRole, type Session } from "./session";

const ask = () => told(clientFor(null).GET("/api/sign-in"));

/** The demo's sign-in: which role, and who in it. */
export const SignInPage = ({ signIn }: { signIn: (session: Session) => void }) => {
  const { words } = useWords();
  const [chosen, choose] = useState<string | null>(null);
  const answer = useQuery({ queryKey: ["sign-in"], queryFn: ask, retry: 3 });
  const roles = (answer.data?.roles ?? []).flatMap((one) => (isRole(one.role) ? [{ ...one, role: one.role }] : []));
  const open = roles.find((one) => one.role === chosen);

  if (open)
    return (
      <section className="card narrow">
        <Heading level="2" size="large" spacing>
          {words(`role.${open.role}`)}
        </Heading>
        <PersonList people={open.people} pick={({ token, id, name }) => signIn({ role: open.role, token, person: { id, name } })} />
        <Button variant="tertiary" onClick={() => choose(null)}>
          {words("otherRole")}
        </Button>
      </section>
    );
  return (
    <section className="card narrow">
      <Heading level="2" size="large">
        {words("chooseRole")}
      </Heading>
      <BodyLong spacing>{words("chooseRoleWhy")}</BodyLong>
      {answer.isPending && <Loader title={words("loading")} />}
      {answer.error && <Failure error={answer.error} />}
      <div className="roles">
        {roles.map(({ role, token, people }) => (
          <Button
            key={role}
            variant={role === "agent" ? "primary" : "secondary"}
            onClick={() => (people.length === 0 ? signIn({ role, token, person: null }) : choose(role))}
          >
            {words(`role.${role}`)}
          </Button>
        ))}
      </div>
    </section>
  );
};
