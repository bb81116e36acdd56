/** Those whose name or id holds every word that was written, in whatever case. */
export const found = <T extends { id: string; name: string }>(people: T[], text: string): T[] => {
  const parts = text.toLocaleLowerCase("nb").split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const all = `${person.name} ${person.id}`.toLocaleLowerCase("nb");
    return parts.every((part) => all.includes(part));
  });
};
