using CallRouting.Core.Callbacks;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.SignIn;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Callbacks;

/// <summary>What officers, leads and agents do with a call-back: take it, and say what became of it.</summary>
public sealed class CallbackDesk(
    CallbackStore callbacks,
    CallbackAttemptStore attempts,
    CallbackTries tries,
    Timeline timeline,
    Orders orders,
    OpeningHours hours,
    TimeProvider clock,
    IOptions<RoutingOptions> options
)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>From now on one officer's own, until half of its time has passed without a try; null: whoever is on duty.</summary>
    public async Task Give(CallbackRow callback, Officer? to, string by, UnitOfWork unit)
    {
        callback.AdviserId = to?.Id;
        callback.AdviserName = to?.Name;
        await callbacks.Save(callback, unit);
        await Tell(callback, to is null ? CallbackStories.LetGo : CallbackStories.Taken, to?.Name ?? by, detail: null, unit);
    }

    /// <summary>What became of it, by who made it. A conversation that this service did not connect is told of by this alone.</summary>
    /// <param name="to">Of the wrong office: the line that it goes to; null: the contact centre.</param>
    public async Task Conclude(CallbackRow callback, CallbackOutcome outcome, DutyLine? to, Who who, UnitOfWork unit)
    {
        if (callback.IsOpen)
        {
            await tries.ToldOf(callback, who.Person?.Id, who.Name, outcome.WasReached(), unit);
        }
        callback.Outcome = outcome.ToString();
        callback.OutcomeBy = who.Name;
        callback.OutcomeAt = Now;
        await Tell(callback, CallbackStories.Concluded, who.Name, outcome.ToString(), unit);
        switch (outcome)
        {
            case CallbackOutcome.WillRingAgain:
                Adopt(callback, who);
                var now = Now;
                await OweAnew(callback, now, DeadlineRules.DueAt(now, callback.Urgency, hours, options.Value.Deadline), who, unit);
                break;
            case CallbackOutcome.WrongOffice:
                await Move(callback, to, who, unit);
                break;
            case CallbackOutcome.NotReached:
                await OweAnew(callback, callback.Promised, callback.DueAt, who, unit);
                break;
            default:
                await Settle(callback, who, unit);
                break;
        }
    }

    // What was promised in a conversation is the promise of who had it.
    private static void Adopt(CallbackRow callback, Who who)
    {
        if (who is { Person: { } person, IsBoundToUnits: true })
        {
            (callback.AdviserId, callback.AdviserName) = (person.Id, person.Name);
        }
    }

    // The caller was promised a call by a time, whoever's it turned out to be: the deadline moves with it.
    private async Task Move(CallbackRow callback, DutyLine? to, Who who, UnitOfWork unit)
    {
        var others = (await callbacks.OpenOfCall(callback.CallId, unit)).Where(other => other.Id != callback.Id);
        if (others.Any(other => other.LineId == to?.Id.Value))
        {
            // That line owes this call one already, and nobody is rung twice for one call.
            await Settle(callback, who, unit);
            return;
        }
        (callback.AdviserId, callback.AdviserName) = (null, null);
        (callback.LineId, callback.UnitNumber) = (to?.Id.Value, to?.Unit.Value);
        callback.NextTryAt = null;
        await Tell(callback, CallbackStories.Moved, who.Name, detail: null, unit);
        callback.RingAt = callback is { Urgent: true, Number: not null } && to is not null ? Now : null;
        await OweAnew(callback, callback.Promised, callback.DueAt, who, unit);
        if (callback.RingAt is { } at)
        {
            await orders.RingCallback(callback, at, unit);
        }
    }

    private async Task OweAnew(CallbackRow callback, Instant promised, Instant due, Who who, UnitOfWork unit)
    {
        var wasSettled = !callback.IsOpen;
        callback.Warned = promised == callback.Promised ? callback.Warned : 0;
        callback.PromisedAt = promised == callback.CreatedAt ? null : promised;
        callback.DueAt = due;
        callback.WarnAt = CallbackWarnings.Next((CallbackWarning)callback.Warned, callback.Promised, due, hours);
        callback.State = CallbackStates.Open;
        (callback.SettledAt, callback.SettledBy) = (null, null);
        await callbacks.Save(callback, unit);
        if (wasSettled)
        {
            await Tell(callback, CallbackStories.OwedAnew, who.Name, detail: null, unit);
        }
    }

    private async Task Settle(CallbackRow callback, Who who, UnitOfWork unit)
    {
        if (callback.IsOpen)
        {
            callback.State = CallbackStates.Settled;
            callback.SettledAt = Now;
            callback.SettledBy = who.Name;
            (callback.RingAt, callback.NextTryAt, callback.WarnAt) = (null, null, null);
            await Tell(callback, CallbackStories.Settled, who.Name, detail: null, unit);
        }
        await callbacks.Save(callback, unit);
    }

    /// <summary>Why an outcome cannot be told of now; null: it can.</summary>
    public async Task<string?> WhyNot(CallbackRow callback, CallbackOutcome outcome, UnitOfWork unit) =>
        (await attempts.Of(callback.Id, unit)).Any(attempt => attempt.EndedAt is null) ? "The caller is being rung right now."
        : !callback.IsOpen && !callback.AwaitsOutcome ? $"It was settled by {callback.SettledBy}, with an outcome."
        : callback.AwaitsOutcome && outcome == CallbackOutcome.NotReached
            ? $"{callback.SettledBy} was connected with the caller: say how it went, or that you will ring again."
        : null;

    private Task Tell(CallbackRow callback, string story, string who, string? detail, UnitOfWork unit) =>
        timeline.Tell([new Told(story, who, detail)], new(callback.CallId, Callback: callback.Id, Unit: callback.UnitNumber), Now, unit);
}
