import { BodyLong, Button, Heading } from "@navikt/ds-react";
import { useWords } from "../words/useWords";
import { type Role, roles } from "./session";

/** The demo's sign-in: choose who you are. */
export const SignInPage = ({ signIn }: { signIn: (role: Role) => void }) => {
  const { words } = useWords();
  return (
    <section className="card narrow">
      <Heading level="2" size="large">
        {words("chooseRole")}
      </Heading>
      <BodyLong spacing>{words("chooseRoleWhy")}</BodyLong>
      <div className="roles">
        {roles.map((role) => (
          <Button key={role} variant={role === "supervisor" ? "primary" : "secondary"} onClick={() => signIn(role)}>
            {words(`role.${role}`)}
          </Button>
        ))}
      </div>
    </section>
  );
};
