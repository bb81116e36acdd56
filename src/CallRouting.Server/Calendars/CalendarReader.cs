using System.Text;

namespace CallRouting.Server.Calendars;

/// <summary>Reads iCalendar text (RFC 5545) as far as its events; what they mean is for others.</summary>
internal static class CalendarReader
{
    /// <summary>The events in the order of the file; of what else is in it, nothing.</summary>
    /// <exception cref="FormatException">It is no calendar: with the line and what is wrong.</exception>
    public static IReadOnlyList<EventText> Read(string text)
    {
        var (events, open) = (new List<EventText>(), new Stack<(string Name, int Line)>());
        foreach (var line in Lines(text))
        {
            if (line.Name == "BEGIN")
            {
                open.Push((line.Value.ToUpperInvariant(), line.Line));
                if (open.Peek().Name == "VEVENT")
                {
                    events.Add(new(line.Line, []));
                }
            }
            else if (line.Name == "END")
            {
                if (!open.TryPop(out var begun) || !begun.Name.Equals(line.Value, StringComparison.OrdinalIgnoreCase))
                {
                    throw new FormatException($"line {line.Line}: {line.Value} ends here and was not begun.");
                }
            }
            // Properties of an alarm within an event are the alarm's.
            else if (open.TryPeek(out var within) && within.Name == "VEVENT")
            {
                events[^1].Properties.TryAdd(line.Name, line);
            }
        }
        return open.TryPop(out var left)
            ? throw new FormatException($"line {left.Line}: {left.Name} is begun here and never ends.")
            : events;
    }

    // A line that begins with white space goes on where the one before ended (§3.1).
    private static IEnumerable<ContentLine> Lines(string text)
    {
        var (unfolded, begin, number) = (new StringBuilder(), 0, 0);
        foreach (var line in text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')))
        {
            number++;
            if (line is [' ' or '\t', ..])
            {
                unfolded.Append(line, 1, line.Length - 1);
                continue;
            }
            if (unfolded.Length > 0)
            {
                yield return Parse(unfolded.ToString(), begin);
            }
            unfolded.Clear().Append(line);
            begin = number;
        }
        if (unfolded.Length > 0)
        {
            yield return Parse(unfolded.ToString(), begin);
        }
    }

    private static ContentLine Parse(string line, int number)
    {
        var parts = Parts(line);
        if (parts.Count < 2)
        {
            throw new FormatException($"line {number}: \"{line}\" is no line of a calendar. It has a name, a colon and a value.");
        }
        var parameters = parts.Skip(1).SkipLast(1).Select(part => part.Split('=', 2)).Where(part => part.Length == 2);
        return new(
            parts[0].ToUpperInvariant(),
            parameters
                .DistinctBy(part => part[0].ToUpperInvariant())
                .ToDictionary(part => part[0].ToUpperInvariant(), part => part[1].Trim('"')),
            parts[^1],
            number
        );
    }

    // Name, parameters, value: cut at semicolons and at the first colon, where no quotation marks are round them.
    private static List<string> Parts(string line)
    {
        var (parts, begin, quoted) = (new List<string>(), 0, false);
        for (var i = 0; i < line.Length; i++)
        {
            quoted ^= line[i] == '"';
            if (quoted || line[i] is not (';' or ':'))
            {
                continue;
            }
            parts.Add(line[begin..i]);
            begin = i + 1;
            if (line[i] == ':')
            {
                parts.Add(line[begin..]);
                return parts;
            }
        }
        return [];
    }
}

/// <summary>An event as it is written.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Properties">By name; of one that stands there several times, the first.</param>
internal sealed record EventText(int Line, Dictionary<string, ContentLine> Properties)
{
    public ContentLine? this[string name] => Properties.GetValueOrDefault(name);
}
