using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Telephony;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>
/// Reports are hints, and hints get lost; how a call is, the provider knows. Who has been silent for too long, and who is doubted, is
/// asked about, and what the provider says goes through the same doors as a report would have.
/// </summary>
public sealed class Sweeper(
    LegStore legs,
    ActionStore actions,
    LegEvents events,
    RoomSweep rooms,
    Orders orders,
    Doubts doubts,
    ProviderClient provider,
    Reads reads,
    Writes writes,
    TimeProvider clock,
    ILogger<Sweeper> log
)
{
    private const int AtATime = 10;

    // A silence is measured in seconds; whom somebody doubts is asked about at once.
    private static readonly Duration BetweenRounds = Duration.FromSeconds(1);

    private readonly InHand inHand = new();
    private bool hasDoubtedAll;
    private Instant nextRound;

    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>How many legs are being asked about.</summary>
    public int InHand => inHand.Count;

    /// <summary>Ask about this one first, as soon as database and provider can be asked.</summary>
    /// <param name="legOrSid">A leg's id, or the provider's name of its call.</param>
    public void Doubt(string legOrSid) => doubts.Doubt(legOrSid);

    /// <summary>When somebody is next to be asked about, or null.</summary>
    public async Task<Instant?> Next(UnitOfWork unit)
    {
        var silent = hasDoubtedAll ? await legs.NextSilence(unit) : Now;
        var next = doubts.Next is { } doubted && !(silent < doubted) ? doubted : silent;
        var soonest = doubts.Next <= Now ? Now : Instant.Max(Now, nextRound);
        return next < soonest ? soonest : next;
    }

    /// <summary>Begins to ask about a few who are due, and waits for no answer. Tells how many.</summary>
    public async Task<int> Begin(CancellationToken cancel = default) => (await BeginDue(cancel)).Count;

    /// <summary>Asks about a few who are due, and repairs what is found. Tells how many.</summary>
    public async Task<int> RunOnce(CancellationToken cancel = default)
    {
        var begun = await BeginDue(cancel);
        await Task.WhenAll(begun);
        return begun.Count;
    }

    private async Task<IReadOnlyList<Task>> BeginDue(CancellationToken cancel)
    {
        var (now, room) = (Now, AtATime - inHand.Count);
        if (room <= 0 || !IsTime(now))
        {
            return [];
        }
        await DoubtAllOnce(cancel);
        var asked = doubts.First(now, room);
        var due = await reads.Ask(unit => Due(asked, room, unit), cancel);
        var begun = due.DistinctBy(leg => leg.Id)
            .Take(room)
            .Select(leg => inHand.Begin(leg.Id, () => Ask(leg, asked, cancel)))
            .OfType<Task>();
        IReadOnlyList<Task> tasks = [.. begun];
        nextRound = due.Count < room ? now + BetweenRounds : now;
        foreach (var nobody in asked.Where(each => !due.Any(leg => leg.Id == each || leg.Sid == each)))
        {
            doubts.Remove(nobody);
        }
        return tasks;
    }

    private bool IsTime(Instant now) => now >= nextRound || doubts.Next <= now;

    // A process that comes after another knows nothing of what was reported between them.
    private async Task DoubtAllOnce(CancellationToken cancel)
    {
        if (hasDoubtedAll)
        {
            return;
        }
        foreach (var leg in await reads.Ask(legs.Live, cancel))
        {
            doubts.Doubt(leg);
        }
        hasDoubtedAll = true;
    }

    private async Task<IReadOnlyList<Leg>> Due(IReadOnlyList<string> doubted, int room, UnitOfWork unit)
    {
        var due = new List<Leg>();
        foreach (var each in doubted)
        {
            if ((await legs.Find(each, unit) ?? await legs.FindBySid(each, unit)) is { EndedAt: null } leg)
            {
                due.Add(leg);
            }
        }
        return [.. due, .. await legs.Silent(Now, room, unit)];
    }

    private async Task Ask(Leg leg, IReadOnlyList<string> doubted, CancellationToken cancel)
    {
        try
        {
            doubts.Remove(leg.Id);
            doubts.Remove(leg.Sid ?? leg.Id);
            if (leg.Sid is null)
            {
                await writes.Commit(unit => WithoutSid(leg.Id, unit), cancel);
            }
            else
            {
                var fact = await provider.Fetch(leg.Sid, cancel);
                if (await writes.Commit(unit => Mend(leg.Id, fact, unit), cancel))
                {
                    await rooms.Look(leg.Id, cancel);
                }
            }
        }
        catch (Exception broken) when (!cancel.IsCancellationRequested)
        {
            log.LogError(broken, "Leg {Leg} could not be asked about; it is asked about again.", leg.Id);
            doubts.Doubt(leg.Id, Now + SweepRules.AskAgainIn);
        }
    }

    // Its dial is still to be sent, or to be found (Dialling): until then nobody can be asked.
    private async Task WithoutSid(string id, UnitOfWork unit)
    {
        if (await legs.Find(id, unit) is not { EndedAt: null, Sid: null } leg)
        {
            return;
        }
        if ((await actions.OpenOf(id, unit)).Any(open => open.Kind == ActionKinds.Dial))
        {
            await legs.WasAsked(id, Now + SweepRules.Answered, unit);
        }
        else
        {
            await events.End(leg, LegEnding.OurFailure, unit, FailureReasons.NeverMade);
        }
    }

    /// True when the room is to be asked as well.
    private async Task<bool> Mend(string id, ProviderFact<ProviderCall> fact, UnitOfWork unit)
    {
        if (await legs.Find(id, unit) is not { EndedAt: null } leg)
        {
            return false;
        }
        var now = Now;
        if (fact is ProviderFact<ProviderCall>.NoAnswer)
        {
            await AskAgain(leg, unit);
            return false;
        }
        var status = (fact as ProviderFact<ProviderCall>.Known)?.Value is { } call ? CallStatus.Of(call.Sid, call.Status, null) : null;
        var silence = leg.Silence(now);
        var repair = SweepRules.Repair(silence, status?.View ?? ProviderView.Unknown, status?.Rank > leg.Rank, now);
        await Carry(repair, leg, status, silence, unit);
        return repair == Repair.LookInRoom;
    }

    private async Task Carry(Repair repair, Leg leg, CallStatus? status, SilentLeg silence, UnitOfWork unit)
    {
        switch (repair)
        {
            // Whoever was only doubted keeps the time until which they may be silent.
            case Repair.Nothing when silence.IsOverdue:
                await legs.WasAsked(leg.Id, Now + SweepRules.AfterNothing(silence, Now), unit);
                break;
            case Repair.AskAgain:
                await AskAgain(leg, unit);
                break;
            case Repair.NoteEnd:
                await NoteEnd(leg, status, unit);
                break;
            case Repair.CatchUp:
                await events.Report(leg, status!, unit);
                break;
            case Repair.SendForWord:
                await orders.Tell(leg, unit);
                await legs.WasAsked(leg.Id, Now + SweepRules.Answered, unit);
                break;
            case Repair.End:
                await orders.End(leg, unit);
                await legs.WasAsked(leg.Id, Now + SweepRules.Answered, unit);
                break;
        }
    }

    private Task AskAgain(Leg leg, UnitOfWork unit)
    {
        var at = Now + SweepRules.AskAgainIn;
        if (leg.Silence(Now).IsOverdue)
        {
            return legs.WasAsked(leg.Id, at, unit);
        }
        doubts.Doubt(leg.Id, at);
        return Task.CompletedTask;
    }

    private Task NoteEnd(Leg leg, CallStatus? status, UnitOfWork unit)
    {
        log.LogInformation("{Role} {Leg} had ended, and no report said so.", leg.Role, leg.Id);
        return status is not null ? events.Report(leg, status, unit)
            : leg.Rank < CallStatus.InProgress ? events.End(leg, LegEnding.CarrierFailure, unit, FailureReasons.Gone)
            : events.End(leg, LegEnding.Completed, unit);
    }
}
