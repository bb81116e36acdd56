using CallRouting.Core.Transfers;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>
/// What really happens while the rules only hear of it: telephones, a room, people who do as they like, and a provider that carries out
/// what was asked in order but reports it late, out of order, twice or, where a deadline speaks for it, never. It keeps the server's side
/// of the bargain: what a leg hears next is answered from the present state, and of rooms and caller's legs that are history nothing is told.
/// </summary>
internal sealed partial class UnreliableWorld(Random random, TransferStory story)
{
    private enum Place
    {
        Nowhere,
        Ringing,
        OnOurLine,
        InRoom,
    }

    private sealed class Leg(Place place)
    {
        public Place Place { get; set; } = place;
        public int Room { get; set; }
    }

    private sealed record Report(TransferEvent Event, int? Room = null, Leg? Caller = null);

    private readonly List<Report> reports = [];
    private readonly Dictionary<int, Leg> officers = [];
    private readonly HashSet<Leg> endedCallers = [];
    private int carriedOut;
    private bool quiet;
    private bool callerIsHeld;
    private readonly bool hasConsole = story.Transfer.HasAgent;
    private readonly int agentsRoom = story.Transfer.Room;
    private bool agentIsThere = story.Transfer.HasAgent;
    private Leg caller = new(
        story.Transfer.HasAgent ? Place.InRoom
        : story.Transfer.CallerIsOnLine ? Place.OnOurLine
        : Place.Nowhere
    )
    {
        Room = story.Transfer.Room,
    };

    private Transfer Transfer => story.Transfer;

    /// <summary>One thing: something asked for is done, something done is reported, somebody acts, or time passes.</summary>
    public void Moves()
    {
        _ = random.Next(9) switch
        {
            0 or 1 or 2 => CarryOut(),
            3 or 4 => Deliver(),
            5 => SomeOfficerActs() || CallerActs(),
            6 => CallerActs() || SomeOfficerActs() || AgentActs(),
            7 => PhonesChange(),
            _ => Passes(random.Next(1, 6)),
        };
    }

    /// <summary>People only let it ring or listen from now on; everything asked for is done, reported, and waited out.</summary>
    public void ComesToRest()
    {
        quiet = true;
        for (var turn = 0; turn < 2000; turn++)
        {
            CatchesUp();
            var moved = SomeOfficerActs() || CallerActs() || (Transfer.WakeAt is not null && Passes(5));
            if (!moved)
            {
                return;
            }
        }
        Assert.Fail("it never comes to rest");
    }

    /// <summary>Everything asked for is done and reported, without anybody moving and without any time.</summary>
    public void CatchesUp()
    {
        while (CarryOut() || Deliver()) { }
    }

    /// <summary>Who is alone though everybody knows it. Asked when all have caught up; an officer who joins has ten seconds.</summary>
    public IEnumerable<string> Alone()
    {
        var withAgent = agentIsThere && caller.Room == agentsRoom;
        if (caller.Place == Place.InRoom && !withAgent && !OfficersIn(caller.Room).Any() && Transfer.State is not (Joining or Over))
        {
            yield return "the caller is in a room with nobody";
        }
        if (OfficersIn(caller.Room).Count() > 1)
        {
            yield return "two officers are in the caller's room";
        }
        if (callerIsHeld && Transfer.State is Ringing or AwaitingPhone or Connected or Interrupted or Over)
        {
            yield return "the caller is left in the music";
        }
    }

    /// <summary>Who is not where the transfer ended up, in a sentence each. Asked at rest.</summary>
    public IEnumerable<string> Stranded()
    {
        foreach (var (number, leg) in officers.Where(officer => officer.Value.Place != Expected(officer.Key)))
        {
            yield return $"officer {number} is {leg.Place}";
        }
        if (Transfer.State is Connected at && (caller.Place != Place.InRoom || caller.Room != officers[at.Attempt].Room))
        {
            yield return $"the caller, connected, is {caller.Place}";
        }
        // Where the agent has the caller back, losing the agent is the call's business.
        if (Transfer is { IsOver: true, HasAgent: false } && caller.Place is Place.InRoom or Place.Ringing)
        {
            yield return $"the caller of a transfer that is over is {caller.Place} with nobody";
        }
        if (!Transfer.IsOver && Transfer.HasAgent != agentIsThere)
        {
            yield return "the agent is not where the transfer thinks";
        }
    }

    private IEnumerable<Leg> OfficersIn(int room) => officers.Values.Where(leg => leg.Place == Place.InRoom && leg.Room == room);

    private Place Expected(int officer) =>
        Transfer.State is Connected at && at.Attempt == officer || Transfer.State is Consulting consulting && consulting.Attempt == officer
            ? Place.InRoom
            : Place.Nowhere;

    private bool CarryOut()
    {
        if (carriedOut == story.Asked.Count)
        {
            return false;
        }
        switch (story.Asked[carriedOut++])
        {
            case DialOfficer dial:
                officers[dial.Attempt] = new Leg(Place.Ringing);
                Tells(new AttemptSent(dial.Attempt));
                Tells(new AttemptRinging(dial.Attempt));
                break;
            case EndOfficer end:
                HangUpOfficer(end.Attempt, LegEnding.Completed);
                break;
            case TellOfficer tell:
                OfficerAsks(tell.Attempt);
                break;
            case TellCaller:
                CallerAsks();
                break;
            case DialCaller:
                caller = new Leg(Place.Ringing);
                break;
            case EndCaller:
                HangUpCaller();
                break;
            case HoldCaller:
                Hold(true);
                break;
            case UnholdCaller:
                Hold(false);
                break;
            case TellAgent:
                agentIsThere = false;
                break;
            case EndAgent:
                LoseAgent();
                break;
        }
        return true;
    }

    private bool Deliver()
    {
        if (reports.Count == 0)
        {
            return false;
        }
        var report = reports[random.Next(reports.Count)];
        if (quiet || random.Next(10) > 0)
        {
            reports.Remove(report);
        }
        var history = report.Caller is { } leg && (leg != caller || (endedCallers.Contains(leg) && report.Event is not CallerGone));
        if (!history && report.Room is not { } room || report.Room == Transfer.Room && !history)
        {
            if (report.Event is CallerGone or CallerNotReached)
            {
                endedCallers.Add(caller);
            }
            story.Tell(report.Event);
        }
        return true;
    }

    private bool PhonesChange()
    {
        RandomTransfers.PhonesChange(random, story);
        return true;
    }

    private bool Passes(int seconds)
    {
        story.Passes(seconds);
        return true;
    }

    private void Tells(TransferEvent happened, int? room = null, Leg? leg = null, bool mayBeLost = true)
    {
        if (!mayBeLost || random.Next(12) > 0)
        {
            reports.Add(new Report(happened, room, leg));
        }
    }
}
