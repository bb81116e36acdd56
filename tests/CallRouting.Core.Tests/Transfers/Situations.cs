using System.Reflection;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>A transfer at a moment, and something that happens to it then.</summary>
/// <param name="Busy">Other calls of ours have every phone of the ladder.</param>
internal sealed record Situation(Transfer Transfer, TransferEvent Happened, Instant Now, bool Busy = false)
{
    public Decision Decision { get; } = TransferRules.Next(Transfer, Happened, new Moment(Now, BusyPhones(Transfer, Busy)));

    private static HashSet<string> BusyPhones(Transfer transfer, bool busy) =>
        busy ? [.. transfer.Ladder.Rungs.SelectMany(rung => rung.People).Select(who => who.Phone.E164)] : [];

    public override string ToString() => $"{Happened} at {Now - Given.Ten} to {Transfer.State} {Situations.Likeness(Transfer)}";
}

/// <summary>
/// Every situation that a transfer can get into, found by trying every event on every transfer, starting direct, warm, urgent or not, and
/// as a call-back. Transfers that are alike but for their numbers and times are one.
/// </summary>
internal static class Situations
{
    private static readonly Lazy<IReadOnlyList<Situation>> Found = new(Explore);

    public static IReadOnlyList<Situation> All => Found.Value;

    public static IEnumerable<Type> Kinds(Type abstraction) =>
        abstraction.Assembly.GetTypes().Where(type => type.IsSubclassOf(abstraction) && !type.IsAbstract);

    /// <summary>What tells two transfers apart for the rules: where it stands, who is there, and how each live phone stands.</summary>
    public static string Likeness(Transfer transfer) =>
        string.Join(
            ' ',
            Column(transfer),
            transfer.State.GetType().Name,
            transfer.Urgent ? "urgent" : "",
            transfer.HasAgent ? "agent" : "",
            transfer.AgentIsLeaving ? "leaving" : "",
            transfer.CallerIsOnLine ? "line" : "",
            transfer.CallerIsInRoom ? "room" : "",
            transfer.CallerIsHeld ? "held" : "",
            transfer.SkipConsult ? "skip" : "",
            transfer.Attempts.Any(attempt => attempt.Why == SkipReasons.Busy) ? "missed" : "",
            transfer.Misrouted ? "misrouted" : "",
            transfer.State is PassingOn passing ? passing.Question.Asks : "",
            transfer.State is Ringing ringing ? ringing.Step : "",
            string.Join(',', transfer.Attempts.Where(attempt => attempt.Outcome is null).Select(attempt => attempt.Phase))
        );

    /// <summary>The table's column: a state, and where a state has two halves, which.</summary>
    public static string Column(Transfer transfer) =>
        transfer.State switch
        {
            Joining { OfficerIsIn: true } => "OfficerIsIn",
            Rejoining { OfficerIsIn: true } => "BackIn",
            Consulting { Until: not null } => "Merging",
            Over => "Over",
            var state => state.GetType().Name,
        };

    private static List<Situation> Explore()
    {
        var tried = new List<Situation>();
        var seen = new HashSet<string>();
        var next = new Queue<(Transfer Transfer, Instant Now)>(Beginnings());
        while (next.TryDequeue(out var at))
        {
            if (!seen.Add(Likeness(at.Transfer)))
            {
                continue;
            }
            foreach (var situation in Everything(at.Transfer, at.Now))
            {
                tried.Add(situation);
                next.Enqueue((situation.Decision.Transfer, situation.Now));
            }
        }
        return tried;
    }

    private static IEnumerable<(Transfer, Instant)> Beginnings()
    {
        var ladder = Given.Ladder(Given.Rung(Given.Officer("Paused").OnPause()), Given.Together("Anna", "Bo"), Given.Rung("Cecilie"));
        TransferStory[] stories =
        [
            Given.Direct(ladder),
            Given.Direct(ladder, urgent: true),
            Given.Warm(ladder),
            Given.Warm(ladder, urgent: true),
            Given.CallingBack("Anna", "Bo"),
        ];
        return stories.SelectMany(story =>
            ((Transfer, Instant)[])[(story.Starts().Transfer, story.Now), (Busy(story.Transfer), story.Now)]
        );
    }

    // Afresh, while other calls of ours have everybody who could be rung.
    private static Transfer Busy(Transfer started) =>
        new TransferStory(started with { State = Ringing.NotYet, Attempts = [] }).WhileBusy("Anna", "Bo", "Cecilie").Starts().Transfer;

    // Now, and at the moment that the transfer asked to be woken.
    private static IEnumerable<Situation> Everything(Transfer transfer, Instant now) =>
        from happened in Kinds(typeof(TransferEvent)).SelectMany(kind => Instances(kind, transfer))
        from moment in new[] { now, transfer.WakeAt ?? now + Duration.FromHours(1) }
        from busy in happened is PhoneFree ? new[] { false, true } : [false]
        select new Situation(transfer, happened, moment, busy);

    private static IEnumerable<TransferEvent> Instances(Type kind, Transfer transfer)
    {
        // One attempt of each kind that there is, and one that nobody knows.
        var attempts = transfer
            .Attempts.DistinctBy(attempt => (attempt.Phase, attempt.Outcome))
            .Select(attempt => attempt.Number)
            .Append(99);
        return kind.Name switch
        {
            nameof(AttemptEnded) => from number in attempts
            from ending in Enum.GetValues<LegEnding>()
            select new AttemptEnded(number, ending),
            nameof(OfficerPressed) => from number in attempts from key in "1237*" select new OfficerPressed(number, key),
            nameof(PassOnAsked) => from number in attempts
            from question in new[] { PassOnQuestion.First, new PassOnQuestion(PassOnAsks.IsItRight, true, "1481") }
            select new PassOnAsked(number, question),
            nameof(PassesOn) => [new PassesOn("0233-general", WrongOffice: false), new PassesOn("0233-general", WrongOffice: true)],
            _ when kind.GetProperty(nameof(AttemptSent.Attempt)) is not null => attempts.Select(number => Make(kind, number)),
            _ => [Make(kind)],
        };
    }

    private static TransferEvent Make(Type kind, params object[] values) =>
        (TransferEvent)Activator.CreateInstance(kind, BindingFlags.Default, binder: null, values, culture: null)!;
}
