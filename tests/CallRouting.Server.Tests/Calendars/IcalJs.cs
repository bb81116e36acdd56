using System.Diagnostics;
using System.Text.Json;
using CallRouting.Scenarios;

namespace CallRouting.Server.Tests.Calendars;

/// <summary>A calendar as a parser reads it that is not ours: npm's ical.js, among the console's packages, under Node.</summary>
internal static class IcalJs
{
    public static async Task<ReadCalendar> Read(string calendar)
    {
        var console = Path.Combine(Repository.Folder("src"), "console");
        Assume.That(Path.Combine(console, "node_modules", "ical.js"), Does.Exist, "Its packages are missing: npm ci in src/console.");
        var script = Path.Combine(Repository.Folder("tests"), "CallRouting.Server.Tests", "Calendars", "read-calendar.mjs");
        var start = new ProcessStartInfo("node", [script, console])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var (said, complaints) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(calendar);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.That(node.ExitCode, Is.Zero, await complaints);
        return JsonSerializer.Deserialize<ReadCalendar>(await said, JsonSerializerOptions.Web)!;
    }
}

internal sealed record ReadCalendar(string Name, IReadOnlyList<ReadEvent> Events);

internal sealed record ReadEvent(string Uid, string Summary, int Sequence, string Status, string Changed, ReadMoment From, ReadMoment To);

/// <param name="Utc">What the wall time comes to by the zone that the calendar carries.</param>
internal sealed record ReadMoment(DateTimeOffset Utc, string Wall, string Zone);
