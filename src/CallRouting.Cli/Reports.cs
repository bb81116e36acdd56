using System.Globalization;
using CallRouting.Core.Offices;
using NodaTime.Extensions;

namespace CallRouting.Cli;

/// <summary>One answer of the server as text: a table, or one line that says that there is nothing. Times are Norway's.</summary>
public static class Reports
{
    private const string Nobody = "–";

    public static Task<string> Status(ServerApi api) => api.Get<string>("/internal/isReady");

    public static async Task<string> Calls(ServerApi api)
    {
        var table = new Table("Id", "State", "Started", "Ended", "Because", "Urgency", "Language", "Area", "Office");
        foreach (var call in await api.Get<List<CallAnswer>>("/api/calls"))
        {
            table.Add(
                call.Id,
                call.State,
                Clock(call.StartedAt),
                Clock(call.EndedAt),
                call.EndedBecause,
                call.Urgency,
                call.Language,
                call.AreaCode,
                call.Unit
            );
        }
        return table.Or("No calls.");
    }

    public static async Task<string> Story(ServerApi api, string id)
    {
        var story = await api.Get<CallStory>($"/api/calls/{Uri.EscapeDataString(id)}");
        var table = new Table("When", "Who", "What", "");
        foreach (var happened in story.Timeline)
        {
            table.Add(Clock(happened.At), happened.Who, happened.Kind, happened.Detail);
        }
        var call = story.Call;
        var head =
            $"Call {call.Id}: {call.State}, {call.Urgency}, {call.Language}, area {call.AreaCode ?? Nobody}, office {call.Unit ?? Nobody}";
        return $"{head}\n\n{table.Or("Nothing has happened yet.")}";
    }

    public static async Task<string> Agents(ServerApi api)
    {
        var table = new Table("Agent", "Name", "Presence", "Since", "At work", "Call");
        foreach (var agent in await api.Get<List<AgentAnswer>>("/api/agents"))
        {
            table.Add(
                agent.Id,
                agent.Name,
                agent.Presence,
                agent.Call is null ? Clock(agent.Since) : null,
                YesOrNo(agent.AtWork),
                agent.Call
            );
        }
        return table.Or("The roster names no agents.");
    }

    public static async Task<string> Queue(ServerApi api)
    {
        var table = new Table("", "Call", "Waited", "First", "Call-back", "Urgency", "Language", "Area", "Office", "Taken by");
        foreach (var caller in await api.Get<List<QueueAnswer>>("/api/queue"))
        {
            table.Add(
                $"{caller.Position}",
                caller.Call,
                $"{caller.WaitedSeconds} s",
                YesOrNo(caller.First),
                YesOrNo(caller.IsCallback),
                caller.Urgency,
                caller.Language,
                caller.AreaCode,
                caller.Unit,
                caller.TakenBy
            );
        }
        return table.Or("Nobody waits.");
    }

    public static async Task<string> Callbacks(ServerApi api, string? unit)
    {
        var table = new Table("Due", "", "Office", "Urgent", "Reason", "Number", "Language", "Rings again", "Rings", "Call");
        foreach (var owed in await api.Get<List<CallbackAnswer>>(OfUnit("/api/callbacks", unit)))
        {
            table.Add(
                Clock(owed.DueAt),
                owed.Overdue ? "OVERDUE" : null,
                owed.Unit ?? "contact centre",
                YesOrNo(owed.Urgent),
                owed.Reason,
                owed.Number,
                owed.Language,
                Clock(owed.RingsAgainAt),
                $"{owed.Rings}",
                owed.Call
            );
        }
        return table.Or("No open call-backs.");
    }

    public static async Task<string> Flags(ServerApi api, string? unit)
    {
        var table = new Table("Raised", "Office", "Urgent", "Reason", "Counts against office", "Call");
        foreach (var flag in await api.Get<List<FlagAnswer>>(OfUnit("/api/flags", unit)))
        {
            table.Add(
                Clock(flag.RaisedAt),
                flag.Unit ?? "contact centre",
                YesOrNo(flag.Urgent),
                flag.Reason,
                YesOrNo(flag.CountsAgainstOffice),
                flag.Call ?? "–"
            );
        }
        return table.Or("No flags.");
    }

    public static async Task<string> Offices(ServerApi api, string query)
    {
        var found = await api.Get<PlacesFound>($"/api/places?q={Uri.EscapeDataString(query)}");
        var table = new Table("Found", "Code", "Name", "Place", "Area", "Office", "Unit");
        foreach (var hit in found.Hits)
        {
            AddHit(table, hit);
        }
        return $"{table.Or($"Nothing is called \"{query}\".")}\n\n{found.Note}";
    }

    private static void AddHit(Table table, PlaceHit hit)
    {
        if (hit.Place is not { Offices.Count: > 0 } place)
        {
            table.Add(hit.Kind, hit.Code, hit.Name, hit.Place?.NameAlone, null, hit.Office?.Name, hit.Office?.Unit);
            return;
        }
        foreach (var served in place.Offices)
        {
            table.Add(hit.Kind, hit.Code, hit.Name, place.NameAlone, served.AreaName, served.Office.Name, served.Office.Unit);
        }
    }

    private static string OfUnit(string path, string? unit) => unit is null ? path : $"{path}?unit={Uri.EscapeDataString(unit)}";

    private static string YesOrNo(bool yes) => yes ? "yes" : "no";

    private static string? Clock(DateTimeOffset? at) =>
        at is { } moment ? moment.ToInstant().InOslo().ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : null;
}
