using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>
/// One transfer, told event by event on a clock of its own. Each decision on the way is checked for being well-formed, so that every story
/// also proves that.
/// </summary>
internal sealed class TransferStory(Transfer transfer)
{
    private readonly HashSet<string> busyPhones = [];
    private readonly List<string> timeline = [];
    private readonly List<TransferAction> asked = [];

    public Transfer Transfer { get; private set; } = transfer;

    public Instant Now { get; private set; } = Given.Ten;

    /// <summary>What the rules answered last.</summary>
    public Decision Last { get; private set; } = Decision.Nothing(transfer);

    public TransferState State => Transfer.State;

    public IReadOnlyList<TransferAction> Actions => Last.Actions;

    /// <summary>Everything that was asked for since the start, in order.</summary>
    public IReadOnlyList<TransferAction> Asked => asked;

    /// <summary>"Anna: ringing", line by line since the start.</summary>
    public IReadOnlyList<string> Timeline => timeline;

    /// <summary>Everybody who was tried and what came of it: "Anna: NoAnswer", or "Anna: Ringing" while it lasts.</summary>
    public IEnumerable<string> Tried => Transfer.Attempts.Select(attempt => $"{attempt.Who.Name}: {Result(attempt)}");

    /// <summary>Whose phones the ladder waits for.</summary>
    public IEnumerable<string> Rung => Transfer.Attempts.Where(attempt => attempt.Blocks).Select(attempt => attempt.Who.Name);

    public OfficerInStory this[string name] => new(this, name);

    public TransferStory WhileBusy(params string[] names)
    {
        busyPhones.UnionWith(names.Select(name => Given.PhoneOf(name).E164));
        return this;
    }

    public TransferStory WhileFree(params string[] names)
    {
        busyPhones.ExceptWith(names.Select(name => Given.PhoneOf(name).E164));
        return this;
    }

    public TransferStory Starts() => Take(TransferRules.Start(Transfer, Moment));

    public TransferStory Tell(params TransferEvent[] events)
    {
        foreach (var happened in events)
        {
            var before = Transfer;
            Take(TransferRules.Next(before, happened, Moment));
            WellFormed.Step(before, Last);
        }
        return this;
    }

    /// <summary>Lets time pass, and wakes the transfer each time that it asked to be woken.</summary>
    public TransferStory Passes(int seconds)
    {
        var then = Now + Duration.FromSeconds(seconds);
        while (Transfer.WakeAt is { } wake && wake <= then)
        {
            Now = wake;
            Tell(new TimePassed());
            Assert.That(Transfer.WakeAt, Is.Null.Or.GreaterThan(Now), "woken, it left nothing overdue");
        }
        Now = then;
        return this;
    }

    /// <summary>From ringing to officer and agent talking.</summary>
    public TransferStory Consults(string officer)
    {
        this[officer].Accepts();
        return Tell(new CallerHeld(), new OfficerEntered(this[officer].Number));
    }

    /// <summary>From ringing to caller and officer talking; the agent, where there is one, stays.</summary>
    public TransferStory Connects(string officer)
    {
        if (Transfer.HasAgent)
        {
            return Consults(officer).Tell(new AgentMerges(), new CallerUnheld());
        }
        this[officer].Accepts();
        return Tell(new OfficerEntered(this[officer].Number), new CallerEntered());
    }

    private Moment Moment => new(Now, busyPhones);

    private TransferStory Take(Decision decision)
    {
        WellFormed.Check(decision);
        (Last, Transfer) = (decision, decision.Transfer);
        asked.AddRange(decision.Actions);
        timeline.AddRange(decision.Story.Select(told => told.Who is null ? told.Kind : $"{told.Who}: {told.Kind}"));
        return this;
    }

    private static string Result(Attempt attempt) => attempt.Outcome is { } outcome ? $"{outcome}" : $"{attempt.Phase}";
}
