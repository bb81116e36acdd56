using CallRouting.Core.Agents;
using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Reports;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Agents;

/// <summary>Keeps who is at work: what agents say, what their consoles prove, and what calls make of it.</summary>
public sealed class AgentRunner(
    PresenceStore presences,
    TalkStore talks,
    CountRunner counts,
    Timeline timeline,
    Orders orders,
    TimeProvider clock
)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    public async Task<PresenceRow> Say(string agent, PresenceState state, bool? offered, string? code, UnitOfWork unit)
    {
        var row = await presences.Of(agent, unit);
        if (state is not PresenceState.WrapUp)
        {
            await counts.Done(agent, Now, unit);
        }
        await Keep(row, PresenceRules.Say(row.Presence(), state, offered, code, Now), unit);
        return row;
    }

    /// <summary>The console is alive. Who was thought gone is back, and may be next.</summary>
    public async Task Heard(string agent, UnitOfWork unit)
    {
        var row = await presences.Of(agent, unit);
        var wasGone = !row.Presence().IsAlive(Now);
        row.Take(PresenceRules.Heard(row.Presence(), Now));
        await presences.Save(row, unit);
        if (wasGone && row.Presence().IsAlive(Now))
        {
            await orders.MatchQueue(Now, unit);
        }
    }

    public async Task Sit(string agent, string kind, string? number, UnitOfWork unit)
    {
        var row = await presences.Of(agent, unit);
        (row.StationKind, row.StationNumber) = (kind, number);
        await presences.Save(row, unit);
    }

    /// <summary>An agent came out of a call, and may be free for the next.</summary>
    public async Task Free(string agent, Freed how, UnitOfWork unit)
    {
        await talks.Ended(agent, Now, unit);
        var row = await presences.Of(agent, unit);
        var presence = row.Presence();
        await Keep(
            row,
            how switch
            {
                Freed.Finished => PresenceRules.Finished(presence, Now),
                Freed.Missed => PresenceRules.Missed(presence, Now),
                _ => presence,
            },
            unit
        );
    }

    private async Task Keep(PresenceRow row, Presence presence, UnitOfWork unit)
    {
        var before = row.Presence();
        row.Take(presence);
        await presences.Save(row, unit);
        if (presence.State != before.State)
        {
            await timeline.Tell([new Told(AgentStories.Presence, row.AgentId, Detail(presence))], new Subject(), Now, unit);
        }
        await orders.MatchQueue(Now, unit);
    }

    private static string Detail(Presence presence) => presence.Code is { } code ? $"{presence.State}, {code}" : $"{presence.State}";
}

/// <summary>The timeline's words for agents. Stored for years: add, never change.</summary>
public static class AgentStories
{
    public const string Presence = "presence";
}
