using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>Ladders and events by lot.</summary>
internal static class RandomTransfers
{
    private static readonly string[] Names = ["Anna", "Bo", "Cecilie", "David", "Eva"];

    public static TransferStory Any(Random random)
    {
        var ladder = AnyLadder(random);
        var urgent = random.Next(2) == 0;
        return random.Next(5) switch
        {
            0 or 1 => Given.Direct(ladder, urgent),
            2 or 3 => Given.Warm(ladder, urgent),
            _ => Given.CallingBack(ladder),
        };
    }

    public static void AnythingHappens(Random random, TransferStory story)
    {
        _ = random.Next(20) switch
        {
            0 or 1 => story.Passes(random.Next(40)),
            2 or 3 => PhonesChange(random, story),
            _ => story.Tell(AnyEvent(random, story.Transfer)),
        };
    }

    /// <summary>Another call of ours gets a phone, or lets one go; of that the transfer hears at once.</summary>
    public static TransferStory PhonesChange(Random random, TransferStory story)
    {
        var name = Names[random.Next(Names.Length)];
        return random.Next(2) == 0 ? story.WhileBusy(name) : story.WhileFree(name).Tell(new PhoneFree());
    }

    /// <summary>Sometimes everybody talks in other calls when it begins.</summary>
    public static TransferStory WhileSomeAreBusy(Random random, TransferStory story) =>
        random.Next(4) == 0 ? story.WhileBusy(Names) : story;

    // Mostly about the newest phones, so that walks get somewhere; sometimes about a phone that does not exist.
    public static TransferEvent AnyEvent(Random random, Transfer transfer)
    {
        var attempt = Math.Max(0, transfer.Attempts.Count + 1 - random.Next(5));
        if (transfer.State is PassingOn passing && random.Next(4) == 0)
        {
            return new OfficerGoesBack(passing.Attempt);
        }
        return random.Next(26) switch
        {
            0 => new AttemptSent(attempt),
            1 => new AttemptRinging(attempt),
            2 => new AttemptAnswered(attempt),
            3 => new AttemptEnded(attempt, (LegEnding)random.Next(Enum.GetValues<LegEnding>().Length)),
            4 or 5 or 6 => new OfficerPressed(attempt, "1123#*"[random.Next(6)]),
            7 or 8 or 9 => new OfficerEntered(attempt),
            10 or 11 => new CallerEntered(),
            12 or 13 => new CallerHeld(),
            14 or 15 => new CallerUnheld(),
            16 => random.Next(3) == 0 ? new CallerGone() : new AttemptSent(attempt),
            17 => random.Next(3) == 0 ? new CallerChoseCallback() : new AttemptRinging(attempt),
            18 => new CallerNotReached(),
            19 => random.Next(2) == 0 ? new AgentGone() : new AgentSkipsConsult(),
            20 => new AgentMerges(),
            21 => new OfficerPressed(attempt, '*'),
            22 => random.Next(2) == 0 ? new AgentLeaves() : new TimePassed(),
            23 => new PassOnAsked(attempt, new PassOnQuestion((PassOnAsks)random.Next(4), random.Next(2) == 0, "1481")),
            24 => random.Next(3) == 0 ? new PassesOn("elsewhere", random.Next(2) == 0) : new OfficerEntered(attempt),
            _ => random.Next(2) == 0 ? new AgentReturns() : new AgentCancels(),
        };
    }

    private static Ladder AnyLadder(Random random) =>
        new(
            [.. Enumerable.Range(0, random.Next(5)).Select(_ => AnyRung(random))],
            Rounds: random.Next(1, 4),
            Budget: Duration.FromSeconds(random.Next(300))
        );

    private static Rung AnyRung(Random random) =>
        new(
            "rung",
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => AnyOfficer(random))],
            RingFor: Duration.FromSeconds(random.Next(5, 40)),
            Together: random.Next(2) == 0,
            RingAnyway: random.Next(4) == 0,
            Neighbour: random.Next(4) == 0
        );

    private static Reachable AnyOfficer(Random random)
    {
        var officer = Given.Officer(Names[random.Next(Names.Length)]);
        return random.Next(6) == 0 ? officer.OnPause() : officer;
    }
}
