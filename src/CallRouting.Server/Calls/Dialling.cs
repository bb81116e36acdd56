using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Telephony;
using CallRouting.Server.Transfers;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>
/// A leg's phone is rung, once. Noted as sent before it is sent: when no answer came, or we died before it, the provider is asked
/// what it made of it (contract §7), and until that is known the leg counts as ringing.
/// </summary>
public sealed class Dialling(
    ActionStore actions,
    LegStore legs,
    LegEvents events,
    TransferStore transfers,
    ProviderClient provider,
    Pacer pacer,
    Patience patience,
    Seal seal,
    Writes writes,
    TimeProvider clock,
    ILogger<Dialling> log
)
{
    // By then nothing can ring any more, whatever was made of it.
    private static readonly Duration LongestDoubt = Duration.FromSeconds(60);

    private Instant Now => clock.GetUtcNow().ToInstant();

    public async Task CarryOut(ActionRow action, CancellationToken cancel)
    {
        if (action.SentAt is { } sent)
        {
            if (await writes.Commit(unit => Claim(action, sent, unit), cancel) is { } found)
            {
                await FindOut(action, found, sent, cancel);
            }
            return;
        }
        var now = Now;
        pacer.Calls.Take(now);
        if (await writes.Commit(unit => Claim(action, now, unit), cancel) is { } leg)
        {
            await Ring(action, leg, now, cancel);
        }
        else
        {
            pacer.Calls.GiveBack(now);
        }
    }

    /// The leg to ring or to find, or null when there is nothing to do about it.
    private async Task<Leg?> Claim(ActionRow action, Instant sent, UnitOfWork unit)
    {
        var leg = (await legs.Find(action.LegId!, unit))!;
        if (leg is { Sid: not null } or { EndedAt: not null })
        {
            await actions.Done(action.Id, leg.Sid is null ? "withdrawn before it was sent" : "found by its report", Now, unit);
            return null;
        }
        if (action.SentAt is null && await WhyNot(leg, unit) is { } refusal)
        {
            await actions.Done(action.Id, refusal.Said, Now, unit);
            await events.End(leg, refusal.Ending, unit, refusal.Why);
            return null;
        }
        return await actions.Take(action, Now + patience.Claim, sent, Now, unit) ? leg : null;
    }

    // Withdrawn in the meantime, or too old: never rung late.
    private async Task<Refusal?> WhyNot(Leg leg, UnitOfWork unit)
    {
        if (await actions.IsToBeEnded(leg.Id, unit))
        {
            return new("withdrawn before it was sent", LegEnding.Cancelled, null);
        }
        return DialRules.TooLate(await AttemptOf(leg, unit), leg.CreatedAt, Now) is { } why
            ? new("too late to ring", LegEnding.OurFailure, why)
            : null;
    }

    private async Task<Attempt?> AttemptOf(Leg leg, UnitOfWork unit) =>
        leg is { TransferId: { } id, Attempt: { } number } && await transfers.Find(id, unit) is { } row
            ? (await transfers.Load(row, unit))[number]
            : null;

    private async Task Ring(ActionRow action, Leg leg, Instant sent, CancellationToken cancel)
    {
        var answer = await provider.Call(Phones.Read(leg.Phone!, seal), leg.Id, leg.RingSeconds, cancel);
        await writes.Commit(unit => Answered(action, sent, answer, unit), cancel);
    }

    private async Task Answered(ActionRow action, Instant sent, ProviderAnswer answer, UnitOfWork unit)
    {
        var leg = (await legs.Find(action.LegId!, unit))!;
        switch (answer)
        {
            case ProviderAnswer.Done done:
                await actions.Done(action.Id, "done", Now, unit);
                await events.Report(leg, CallStatus.Taken(done.Sid, done.Queued), unit);
                break;
            case ProviderAnswer.Refused refused:
                log.LogWarning("The provider refused to ring for {Role} {Leg}: code {Code}.", leg.Role, leg.Id, refused.Code);
                await actions.Done(action.Id, $"refused: {refused.Code}", Now, unit);
                await events.End(leg, EndingOf(refused.Code), unit, FailureReasons.Refused);
                break;
            case ProviderAnswer.NotDone notDone:
                await actions.Again(action.Id, Now + patience.Until(action.Tries, notDone.RetryAfter), notDone.Why, unit);
                break;
            case ProviderAnswer.Unknown unknown:
                await actions.LookAgain(action.Id, DialRules.FirstLook(sent, Now), sent, $"outcome unknown: {unknown.Why}", unit);
                break;
        }
    }

    // Contract §1.4: what is wrong with the number is the number's; what is wrong with us or the account is ours.
    private static LegEnding EndingOf(int code) =>
        code switch
        {
            21201 or 21211 or 21214 or 21217 => LegEnding.BadNumber,
            21203 or 21215 or 21216 => LegEnding.CarrierFailure,
            _ => LegEnding.OurFailure,
        };

    private async Task FindOut(ActionRow action, Leg leg, Instant sent, CancellationToken cancel)
    {
        var listed = await provider.CallsTo(Phones.Read(leg.Phone!, seal), cancel);
        await writes.Commit(unit => Listed(action, sent, listed, unit), cancel);
    }

    private async Task Listed(ActionRow action, Instant sent, ProviderFact<IReadOnlyList<ProviderCall>> listed, UnitOfWork unit)
    {
        var leg = (await legs.Find(action.LegId!, unit))!;
        if (leg is { Sid: not null } or { EndedAt: not null })
        {
            await actions.Done(action.Id, "found by its report", Now, unit);
            return;
        }
        if (listed is not ProviderFact<IReadOnlyList<ProviderCall>>.Known { Value: var calls })
        {
            await (Now > sent + LongestDoubt ? GiveUp(action, leg, unit) : LookAgain(action, sent, Now + DialRules.BetweenLooks, unit));
            return;
        }
        var strangers = await Strangers(calls, unit);
        switch (DialRules.Look(sent, [.. strangers.Select(call => new ListedCall(call.Sid, call.Created))], Now))
        {
            case DialFound.Made made:
                await actions.Done(action.Id, "found in the provider's list", Now, unit);
                await events.Adopt(leg, strangers.First(call => call.Sid == made.Sid), made.Others, unit);
                break;
            case DialFound.NeverMade:
                await GiveUp(action, leg, unit);
                break;
            case DialFound.NotYetKnown later:
                await LookAgain(action, sent, later.LookAgain, unit);
                break;
        }
    }

    private async Task<IReadOnlyList<ProviderCall>> Strangers(IReadOnlyList<ProviderCall> calls, UnitOfWork unit)
    {
        var strangers = new List<ProviderCall>();
        foreach (var call in calls)
        {
            if (await legs.FindBySid(call.Sid, unit) is null)
            {
                strangers.Add(call);
            }
        }
        return strangers;
    }

    private Task LookAgain(ActionRow action, Instant sent, Instant at, UnitOfWork unit) =>
        actions.LookAgain(action.Id, at, sent, "outcome unknown", unit);

    private async Task GiveUp(ActionRow action, Leg leg, UnitOfWork unit)
    {
        await actions.Done(action.Id, "never made", Now, unit);
        await events.End(leg, LegEnding.OurFailure, unit, FailureReasons.NeverMade);
    }

    private sealed record Refusal(string Said, LegEnding Ending, string? Why);
}
