using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Agents;
using CallRouting.Server.Live;

namespace CallRouting.Scenarios.Day;

/// <summary>What the timeline tells, call by call, and what the people concerned do about it.</summary>
public sealed class Ledger(
    World world,
    Agenda agenda,
    OfficerHands officers,
    IReadOnlyDictionary<string, AgentHands> agents,
    Draws draws,
    Func<string, CallerHands> bySid
)
{
    private readonly Dictionary<string, Track> tracks = [];
    private long last;
    private int waiting;
    private int away;

    public IReadOnlyCollection<Track> Tracks => tracks.Values;

    /// <summary>How many waited at once, on the line and with those who kept a place.</summary>
    public (int OnLine, int All) LongestQueue { get; private set; }

    public Track this[string call] => tracks[call];

    /// <summary>Everything that was told since the last time.</summary>
    public async Task CatchUp()
    {
        foreach (var told in await world.ToldAfter(last))
        {
            last = told.Sequence;
            await Learn(told);
        }
    }

    private async Task Learn(TimelineEvent told)
    {
        if (told is { Kind: AgentStories.Presence, Who: { } who, Detail: { } presence })
        {
            agents[who].Becomes(presence);
        }
        if (told.Call is not { } call)
        {
            return;
        }
        if (told.Kind == CallStories.Arrived)
        {
            var sid = await world.Read(unit => unit.Find<string>("select sid from calls where id = @call", new { call }));
            tracks.Add(call, new Track(call, bySid(sid!), told.At));
        }
        Learn(tracks[call], told);
        LongestQueue = (Math.Max(LongestQueue.OnLine, waiting - away), Math.Max(LongestQueue.All, waiting));
    }

    private void Learn(Track track, TimelineEvent told)
    {
        switch (told.Kind)
        {
            case CallStories.Waiting or Stories.AgentLost when told.Transfer is null:
                track.Queued ??= told.At;
                Waits(track, true);
                track.Caller.BeginsToWait(track.Caller.Traits.Patience);
                break;
            case CallStories.KeepsPlace:
                track.KeptPlace ??= told.At;
                // Offered before the queue when it is long: who takes the offer never was on the line for an agent.
                track.Queued ??= told.At;
                Waits(track, true);
                Away(track, true);
                break;
            case CallStories.RingingInTurn:
                track.RungInTurn ??= told.At;
                break;
            case CallStories.LeftList:
                Waits(track, false);
                track.SentDirect ??= told.Detail is Entries.WaitOver or Entries.PoolEmpty ? told.Detail : null;
                break;
            case CallStories.WithAgent:
                Waits(track, false);
                track.WithAgent ??= told.At;
                track.Agent = agents[told.Who!];
                track.Caller.KeepsPatience();
                track.Agent.Talks(track.Id);
                break;
            case CallStories.Ended:
                track.LeftQueue = track is { InQueue: true, IsAway: false };
                Waits(track, false);
                track.Ended = told.Detail;
                break;
            default:
                LearnOfTransfer(track, told);
                break;
        }
    }

    private void LearnOfTransfer(Track track, TimelineEvent told)
    {
        switch (told.Kind)
        {
            case Stories.Started when told.Detail == "direct" && track.Caller.OnLine:
                track.Caller.BeginsToWait(track.Caller.Traits.LadderPatience);
                break;
            case Stories.Consulting:
                track.Agent?.Consults(track.Id);
                break;
            case Stories.Connected:
                track.Connected ??= told.At;
                track.Agent?.Introduces(track.Id);
                Talk(track.Caller, told.Who);
                break;
            case Stories.Unanswered or Stories.Returned:
                track.Agent?.Explains(track.Id);
                break;
        }
    }

    // Three callers in five hang up first; the others' officers do, and then they a moment later.
    private void Talk(CallerHands caller, string? officer)
    {
        var moment = TimeSpan.Zero;
        if (officer is not null && draws.Chance(0.4))
        {
            agenda.After(caller.Traits.Talk, () => officers.HangsUp(officer));
            moment = draws.Between(1, 5);
        }
        caller.HangsUpAfter(caller.Traits.Talk + moment);
    }

    private void Waits(Track track, bool now)
    {
        if (track.InQueue != now)
        {
            waiting += now ? 1 : -1;
            track.InQueue = now;
        }
        if (!now)
        {
            Away(track, false);
        }
    }

    private void Away(Track track, bool now)
    {
        if (track.IsAway != now)
        {
            away += now ? 1 : -1;
            track.IsAway = now;
        }
    }
}
