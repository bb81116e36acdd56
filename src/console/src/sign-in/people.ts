/** Those whose name or unit number holds every word that was written, in whatever case. */
export const found = <T extends { id: string; name: string; unit: string | null }>(people: T[], text: string): T[] => {
  const parts = text.toLocaleLowerCase("nb").split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const all = `${person.name} ${person.unit ?? ""}`.toLocaleLowerCase("nb");
    return parts.every((part) => all.includes(part));
  });
};
