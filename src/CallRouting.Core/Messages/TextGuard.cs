namespace CallRouting.Core.Messages;

/// <summary>What a text seems to hold that must not be in it.</summary>
public enum Suspect
{
    /// <summary>Fødselsnummer, D-number, H-number or a test person's number: a day, and two check digits that fit (mod 11).</summary>
    IdentityNumber,

    /// <summary>Kontonummer: eleven digits, of which the last fits (mod 11).</summary>
    AccountNumber,

    /// <summary>Eight digits as in Norway, or any number with a country code.</summary>
    TelephoneNumber,
}

/// <param name="From">The place of its first character.</param>
/// <param name="Length">In characters, with what stands between its digits.</param>
public sealed record Suspicion(Suspect What, int From, int Length);

/// <summary>
/// Warns of numbers by which a person can be found. Groups of digits that stand together, with spaces, points, hyphens or slashes between
/// them, are read as one number and as every number that begins and ends with a group. Pure; the console has the same rule in
/// TypeScript, and both are tried on the same examples.
/// </summary>
public static class TextGuard
{
    private const int MostBetween = 2;

    /// <summary>From left to right; what is told of one digit is not told of it again.</summary>
    public static IReadOnlyList<Suspicion> Look(string text)
    {
        var groups = Groups(text);
        var found = new List<Suspicion>();
        for (var first = 0; first < groups.Count; )
        {
            if (At(groups, first, text) is (var what, var last))
            {
                var from = groups[first].HasPlus ? groups[first].From - 1 : groups[first].From;
                found.Add(new(what, from, groups[last].End - from));
                first = last + 1;
            }
            else
            {
                first++;
            }
        }

        return found;
    }

    private static (Suspect What, int Last)? At(IReadOnlyList<Group> groups, int first, string text)
    {
        (Suspect, int)? found = null;
        var digits = "";
        for (var last = first; last < groups.Count && digits.Length <= NumberShapes.Longest; last++)
        {
            if (last > first && !groups[last].Follows(groups[last - 1], text))
                break;

            digits += text[groups[last].From..groups[last].End];
            // The longest that fits: a telephone number is found at the beginning of many an identity number.
            if (NumberShapes.Of(digits, groups[first].HasPlus) is { } shape)
                found = (shape, last);
        }

        return found;
    }

    private static List<Group> Groups(string text)
    {
        var groups = new List<Group>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                continue;

            var from = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
                i++;

            groups.Add(new(from, i, from > 0 && text[from - 1] == '+'));
        }

        return groups;
    }

    private readonly record struct Group(int From, int End, bool HasPlus)
    {
        public bool Follows(Group before, string text) =>
            !HasPlus
            && From - before.End <= MostBetween
            && text[before.End..From].All(mark => char.IsWhiteSpace(mark) || ".-–/()".Contains(mark));
    }
}
