using System.Text.Json;

namespace CallRouting.Server.Rosters;

/// <summary>
/// The roster as a JSON file: lines, officers, shifts and leads of every office, the contact centre's agents, and the
/// service's numbers. Read whole or not at all, with every fault at once. <c>demo/demo.json</c> is an example of all of it.
/// </summary>
public static class RosterFile
{
    /// <param name="demoNumbers">Whether +471 and seven digits may be a phone: only in demo mode.</param>
    public static RosterReading Read(string path, bool demoNumbers)
    {
        var faults = new RosterFaults(Path.GetFileName(path));
        var book = Parsed(path, faults) is { } root ? RosterBookReader.Read(root, faults, demoNumbers) : null;
        return new RosterReading(faults.IsEmpty ? book : null, faults.InOrder, faults.Warnings);
    }

    private static JsonSpot? Parsed(string path, RosterFaults faults)
    {
        try
        {
            return JsonSpot.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException broken)
        {
            faults.Add((int)(broken.LineNumber ?? 0) + 1, "", $"This is not JSON. {broken.Message}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            faults.Add(0, "", unreadable.Message);
        }

        return null;
    }
}
