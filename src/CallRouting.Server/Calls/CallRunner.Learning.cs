using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Transfers;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using CallRouting.Server.Live;

namespace CallRouting.Server.Calls;

/// <summary>What an agent learns of the caller, and what becomes of it for call-backs that are owed already.</summary>
public sealed partial class CallRunner
{
    public async Task Learn(CallRow row, Func<MenuVisit, MenuVisit> learnt, UnitOfWork unit)
    {
        var visit = learnt(menus.Visit(row));
        await timeline.Tell([.. menus.Story(row, visit), .. NeedsStory(row, visit)], About(row, visit), Now, unit);
        menus.Keep(row, visit);
        await calls.Save(row, unit);
        await promises.Annotate(row, visit, unit);
    }

    /// <summary>What an agent writes for the office. That something was written is told, never what.</summary>
    public async Task Write(CallRow row, byte[] note, UnitOfWork unit)
    {
        var visit = menus.Visit(row);
        row.Note = note;
        await calls.Save(row, unit);
        await promises.Annotate(row, visit, unit);
        await timeline.Tell([new Told(CallStories.Noted, row.AgentId)], About(row, visit), Now, unit);
    }

    /// <summary>The agent promises a call-back by a line: one promise for one call and line.</summary>
    public async Task<CallbackRow> Promise(CallRow row, string? line, string? unitNumber, UnitOfWork unit)
    {
        await promises.Owe(row, menus.Visit(row), new Debt(CallbackReasons.Registered, line, unitNumber), unit);
        return (await callbacks.OpenOfCall(row.Id, unit)).First(callback => callback.LineId == line);
    }

    private IEnumerable<Told> NeedsStory(CallRow row, MenuVisit after)
    {
        if (after.Needs != menus.Visit(row).Needs)
        {
            yield return new Told(CallStories.Needs, row.AgentId);
        }
    }

    private static Subject About(CallRow row, MenuVisit visit) => new(row.Id, row.TransferId, Unit: visit.Office?.Value);
}
